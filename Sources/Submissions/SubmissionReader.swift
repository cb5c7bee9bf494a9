package import Course
internal import Gradebook

/// Reads what a class handed in: a folder or an archive for each student, or a download from Moodle, Canvas or Gradescope.
package struct SubmissionReader {
  private let exercises: [ExerciseID]
  private let only: ExerciseID?
  private let roster: Roster?
  private let received: Int?
  private let names: ExerciseNames

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - exercises: the exercises of the course in their order.
  ///   - only: the exercise that everything is for, whatever its name.
  ///   - roster: who is in the class; where there is none, whoever handed something in.
  ///   - received: when all of it came, in place of what files say.
  package init(exercises: [ExerciseID], only: ExerciseID? = nil, roster: Roster? = nil, received: Int? = nil) {
    self.exercises = exercises
    self.only = only
    self.roster = roster
    self.received = received
    names = ExerciseNames(only.map { [$0] } ?? exercises)
  }

  /// A file that may be graded.
  struct Candidate {
    let exercise: ExerciseID?
    let digest: String
    let time: Int?
    let isMarkedLate: Bool
    let path: String
    let repetition: Int
    let depth: Int
  }

  /// What was found of one owner.
  struct Pile {
    var candidates: [Candidate] = []
    var refusals: [Finding] = []
    var strange: [Finding] = []
    var paths: Set<String> = []
  }

  /// Reads everything at a path.
  ///
  /// - Parameter accept: is given every file that may be graded, once, and keeps it or says why not.
  /// - Throws: ``SubmissionsError`` when nothing can be read there, and what `accept` throws.
  package func read(_ path: String, accept: ([UInt8]) throws -> Intake.Acceptance) throws -> Intake {
    let tree = try SubmissionTree(path: path)
    let survey = try tree.survey(for: GradescopeMetadata.name)
    let metadata = survey.metadata.map { GradescopeMetadata(String(decoding: $0, as: UTF8.self)) }
    let wrapper = try wrapper(survey.top, tree, metadata != nil)
    var piles: [Owner: Pile] = [:]
    var findings = roster?.findings ?? []
    try tree.walk { item in
      let names = item.names.first == wrapper && item.names.count > 1 ? Array(item.names.dropFirst()) : item.names
      guard let (owners, name, time) = owners(names, metadata) else {
        if case .refused(let reason) = item.content {
          findings.append(Finding(.unreadable, item.path, reason))
        } else if let last = names.last, self.names.exercise(of: last) != nil {
          findings.append(Finding(.unmatched, item.path, "it stands in nobody's folder or archive; it was not graded"))
        } else if names.last != GradescopeMetadata.name {
          findings.append(Finding(.ignored, item.path, "it stands in nobody's folder or archive"))
        }
        return
      }
      var pile = Pile()
      pile.paths = [names[0]]
      try take(item, name, time ?? item.time, into: &pile, accept)
      for owner in owners { piles[owner, default: Pile()].add(pile) }
    }
    for names in survey.folders where wrapper == nil ? names.count == 1 : names.count == 2 && names[0] == wrapper {
      // A folder without any file belongs to somebody, too.
      let name = names[names.count - 1]
      for owner in owners([name, ""], metadata)?.owners ?? [] where piles[owner] == nil {
        var pile = Pile()
        pile.paths = [name]
        piles[owner] = pile
      }
    }
    guard !piles.isEmpty || !findings.isEmpty || roster != nil else {
      throw SubmissionsError("there are no submissions in \(path).")
    }
    return intake(piles, findings)
  }

  /// The folder that all stands in, as in some archives, and that is nobody's.
  private func wrapper(_ top: Set<String>, _ tree: SubmissionTree, _ isGradescope: Bool) throws -> String? {
    guard top.count == 1, let only = top.first, !ArchiveName.isArchive(only), !ExerciseNames.isSource(only),
      SubmissionName(moodle: only) == nil
    else { return nil }
    if isGradescope { return only.hasPrefix("submission_") ? nil : only }
    if let roster, roster.students(matching: SubmissionName(plain: only).owner).count == 1 { return nil }
    var holdsSources = false
    try tree.walk { item in
      if item.names.count == 2, self.names.exercise(of: item.names[1]) != nil { holdsSources = true }
    }
    return holdsSources ? nil : only
  }

  /// Whose a file is, what its owner called it, and when it came; nil where it is nobody's.
  private func owners(
    _ names: [String], _ metadata: GradescopeMetadata?
  ) -> (owners: [Owner], name: SubmissionName, time: Int?)? {
    let first = names[0]
    if let metadata {
      guard names.count > 1, first.hasPrefix("submission_") else { return nil }
      let entry = metadata.entries[first]
      let owners = entry?.owners ?? []
      let known = owners.isEmpty ? [Owner(id: first)] : owners
      return (known, SubmissionName(owner: known[0]), entry?.time)
    }
    if let name = SubmissionName(moodle: first) { return ([name.owner], name, nil) }
    if names.count == 1 || ArchiveName.isArchive(first), let name = SubmissionName(canvas: first) {
      return ([name.owner], name, nil)
    }
    guard names.count > 1 || ArchiveName.isForeign(first) else { return nil }
    let name = SubmissionName(plain: first)
    return ([name.owner], name, nil)
  }

  func take(
    _ item: SubmissionTree.Item, _ name: SubmissionName, _ time: Int?, into pile: inout Pile,
    _ accept: ([UInt8]) throws -> Intake.Acceptance
  ) throws {
    let bytes: [UInt8]
    switch item.content {
    case .refused(let reason):
      pile.refusals.append(Finding(.unreadable, item.path, reason))
      return
    case .bytes(let found): bytes = found
    }
    let given = item.names.count == 1 || item.names[item.names.count - 1].isEmpty ? name.file : nil
    let file =
      given ?? name.file.flatMap { item.names[item.names.count - 1].hasSuffix($0) ? $0 : nil }
      ?? item.names[item.names.count - 1]
    guard ExerciseNames.isSource(file) else {
      if let reason = ArchiveName.reasonNotToOpen(item.names[item.names.count - 1]) {
        pile.refusals.append(Finding(.unreadable, item.path, reason))
      }
      return
    }
    let known = names.exercise(of: file)
    guard known != nil || only != nil else {
      let near = names.nearest(to: file).map { ": was '\($0).swift' meant?" } ?? ""
      pile.strange.append(Finding(.ignored, item.path, "it is named like no exercise\(near)"))
      return
    }
    switch try accept(bytes) {
    case .refused(let reason): pile.refusals.append(Finding(.unreadable, item.path, reason))
    case .kept(let digest):
      pile.candidates.append(
        Candidate(
          exercise: known?.id, digest: digest, time: received ?? time, isMarkedLate: name.isMarkedLate,
          path: item.path, repetition: known?.repetition ?? 0, depth: item.names.count))
    }
  }

  // MARK: Joining with the roster

  private func intake(_ piles: [Owner: Pile], _ findings: [Finding]) -> Intake {
    var intake = Intake()
    intake.findings = findings
    var byStudent: [String: (student: Student, pile: Pile)] = [:]
    for (owner, pile) in piles.sorted(by: { ($0.key.id, $0.key.name) < ($1.key.id, $1.key.name) }) {
      guard let student = student(owner, pile, &intake.findings) else { continue }
      var joined = byStudent[student.id]?.pile ?? Pile()
      joined.add(pile)
      byStudent[student.id] = (student, joined)
    }
    for id in byStudent.keys.sorted() {
      guard let (student, pile) = byStudent[id] else { continue }
      intake.students.append(student)
      settle(student, pile, &intake)
    }
    for student in roster?.students ?? [] where byStudent[student.id] == nil {
      intake.students.append(student)
      intake.findings.append(Finding(.missing, student.id, "nothing was handed in"))
    }
    intake.students.sort { $0.id < $1.id }
    intake.findings.sort { ($0.kind.rawValue, $0.subject, $0.message) < ($1.kind.rawValue, $1.subject, $1.message) }
    return intake
  }

  private func student(_ owner: Owner, _ pile: Pile, _ findings: inout [Finding]) -> Student? {
    let place = pile.paths.sorted().joined(separator: ", ")
    guard let roster else {
      guard !owner.id.isEmpty else {
        findings.append(Finding(.unmatched, place, "nothing says whose it is"))
        return nil
      }
      return Student(id: owner.id, name: owner.name, email: owner.others.first ?? "")
    }
    let found = roster.students(matching: owner)
    guard found.count == 1 else {
      let reason =
        found.isEmpty
        ? "nobody on the roster is called so"
        : "\(found.map(\.id).joined(separator: " and ")) on the roster are called so"
      findings.append(Finding(.unmatched, place, "\(reason); it was not graded"))
      return nil
    }
    return found[0]
  }

  func settle(_ student: Student, _ pile: Pile, _ intake: inout Intake) {
    intake.findings += pile.refusals
    var candidates = pile.candidates
    if let only {
      // Where everything is for one exercise, a single file may have any name.
      let named = candidates.filter { $0.exercise == only }
      candidates = named.isEmpty ? candidates : named
    } else {
      intake.findings += pile.strange
    }
    if candidates.isEmpty && pile.refusals.isEmpty {
      intake.findings.append(Finding(.empty, student.id, "no file in it is named like an exercise"))
    }
    for exercise in only.map({ [$0] }) ?? exercises {
      let own = candidates.filter { $0.exercise == exercise || ($0.exercise == nil && only == exercise) }
        .sorted { (-$0.repetition, $0.depth, $0.path) < (-$1.repetition, $1.depth, $1.path) }
      guard let taken = own.first else { continue }
      if own.count > 1 {
        let others = own.dropFirst().map(\.path).joined(separator: ", ")
        let same = own.allSatisfy { $0.digest == taken.digest } ? ", which are the same" : ""
        intake.findings.append(
          Finding(
            .duplicate, student.id, "of several files for \(exercise), \(taken.path) was taken and not \(others)\(same)"
          ))
      }
      intake.files.append(
        Intake.File(
          student: student.id, exercise: exercise, digest: taken.digest, time: taken.time,
          isMarkedLate: taken.isMarkedLate, path: taken.path))
    }
  }
}

extension SubmissionReader.Pile {
  fileprivate mutating func add(_ other: Self) {
    candidates += other.candidates
    refusals += other.refusals
    strange += other.strange
    paths.formUnion(other.paths)
  }
}
