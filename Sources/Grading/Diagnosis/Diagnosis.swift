internal import Course
internal import Wire

/// What a failed check tells of a submission: its values for the cases of the check.
struct Evidence {
  let check: Check
  let agreement: Agreement
  let cases: [PreparedCase]
  /// The student's values, in the form in which they are compared; nil where the function returned nothing.
  let values: [Value?]

  /// The cases in which the student's value is not the expected one.
  var differing: [Int] {
    cases.indices.filter { index in
      guard let value = values[index] else { return false }
      return !Comparison(student: value, expected: cases[index].expected, tolerance: agreement.tolerance).agrees
    }
  }
}

/// Finds the known mistakes that give the student's numbers.
struct Diagnosis {
  private let runner: WrongProgramRunner
  private let programs: [WrongProgram]

  /// In how many cases at least a wrong program must differ from the reference and agree with the student: one number can come about in many
  /// ways.
  private static let fewestDiffering = 2
  /// How many cases are tried first; only programs that agree in all of them are tried in the rest.
  private static let probes = 3
  /// How many equal mistakes are named for one check.
  private static let mostNamed = 3

  init(_ runner: WrongProgramRunner, _ programs: [WrongProgram]) {
    self.runner = runner
    self.programs = programs
  }

  /// The misconceptions that explain the failed checks; none where none fits.
  ///
  /// A mistake that would also fail a check which the student passes is named only if no other explains the check, and then with the note that
  /// the mistake sits in the checked function itself.
  func misconceptions(_ evidence: [Evidence], failedChecks: Set<String>) throws -> [NamedMisconception] {
    var matches: [(check: String, function: String, programs: [WrongProgram])] = []
    for item in evidence {
      let fitting = try fitting(item)
      let consistent = fitting.filter { failedChecks.isSuperset(of: $0.failingChecks) }
      let chosen = consistent.isEmpty ? fitting : consistent
      if !chosen.isEmpty { matches.append((item.check.name, item.agreement.function.name, chosen)) }
    }
    var named: [NamedMisconception] = []
    for match in matches {
      // Of several that fit this check, those that also fit the most other checks.
      let reach = match.programs.map { program in matches.count { $0.programs.contains { $0.id == program.id } } }
      let best = zip(match.programs, reach).filter { $1 == reach.max() }.map(\.0).uniqueMistakes.prefix(Self.mostNamed)
      // A mistake that is already named for another check explains this one, too.
      let known = best.filter { program in named.contains { $0.id == program.id } }
      for program in known.isEmpty ? Array(best) : known {
        if let index = named.firstIndex(where: { $0.id == program.id }) {
          named[index].checks.append(match.check)
        } else {
          let isElsewhere = !failedChecks.isSuperset(of: program.failingChecks)
          named.append(
            NamedMisconception(
              id: program.id, title: program.title, explanation: explanation(program, match.function, isElsewhere),
              lesson: program.lesson, checks: [match.check]))
        }
      }
    }
    return named
  }

  private func explanation(_ program: WrongProgram, _ function: String, _ isElsewhere: Bool) -> String {
    guard isElsewhere else { return program.explanation }
    return
      "The numbers of \(function) are those of this mistake, while the functions that it would spoil as well are right: look for it in "
      + "\(function) itself.\n\(program.explanation)"
  }

  /// The programs that give the student's values in every case.
  private func fitting(_ evidence: Evidence) throws -> [WrongProgram] {
    let differing = evidence.differing
    guard differing.count >= Self.fewestDiffering, let first = differing.first, let last = differing.last else {
      return []
    }
    let probes = Set([first, differing[differing.count / 2], last]).sorted().prefix(Self.probes)
    let rest = evidence.cases.indices.filter { evidence.values[$0] != nil && !probes.contains($0) }
    var candidates: [WrongProgram] = []
    for program in programs where program.failingChecks.contains(evidence.check.name) {
      if try agrees(program, evidence, Array(probes)) { candidates.append(program) }
    }
    return try candidates.filter { try agrees($0, evidence, rest) }
  }

  private func agrees(_ program: WrongProgram, _ evidence: Evidence, _ indices: [Int]) throws -> Bool {
    let values = try runner.values(of: evidence.agreement, in: program.name, indices.map { evidence.cases[$0] })
    return zip(indices, values).allSatisfy { index, value in
      guard let value, let student = evidence.values[index] else { return false }
      return value.coincides(with: student)
    }
  }
}

extension [WrongProgram] {
  /// Of several forms of the same mistake, the first.
  fileprivate var uniqueMistakes: [WrongProgram] {
    enumerated().filter { index, program in !self[..<index].contains { $0.id == program.id } }.map(\.element)
  }
}

extension Value {
  /// Whether two wrong values are the same wrong value: what is not a number coincides with what is not a number, infinity with infinity.
  fileprivate func coincides(with other: Value) -> Bool {
    let mine = Leaf.all(in: self)
    let theirs = Leaf.all(in: other)
    return mine.count == theirs.count
      && zip(mine, theirs).allSatisfy { left, right in
        guard left.location == right.location, left.value.shape == right.value.shape else { return false }
        guard let numbers = left.value.numbers, let others = right.value.numbers else {
          return left.value == right.value
        }
        return zip(numbers, others).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) || Tolerance(1e-8).accepts($0, $1) }
      }
  }
}
