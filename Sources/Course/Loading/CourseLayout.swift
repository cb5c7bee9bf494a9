/// The folders of a course, in which files are found by their names alone.
///
/// Finding exercises and lessons reads one folder for each topic and no file.
package struct CourseLayout: Hashable, Sendable {
  /// The folder that holds `exercises`, `solutions` and `lessons`.
  package let root: String

  /// Makes a layout; nothing is read.
  package init(root: String) {
    var root = root
    while root.count > 1 && root.hasSuffix("/") { root.removeLast() }
    self.root = root
  }

  /// The exercises by topic and name: every name of which a statement or a starter exists.
  package func exercises() throws(CourseError) -> [ExerciseLocation] {
    var found: [ExerciseLocation] = []
    for topic in try topics(in: "exercises") {
      let names = Set(files(in: "exercises/" + topic.folder).map(\.stem))
      for id in names.compactMap(ExerciseID.init(rawValue:)).sorted() { found.append(location(of: id, in: topic)) }
    }
    return found
  }

  /// The lessons by topic and number.
  package func lessons() throws(CourseError) -> [LessonLocation] {
    var found: [LessonLocation] = []
    for topic in try topics(in: "lessons") {
      for file in files(in: "lessons/" + topic.folder) where file.extension == "md" {
        guard let (order, name) = Slug.numbered(file.stem), let id = LessonID(rawValue: name) else { continue }
        let path = self.path("lessons/\(topic.folder)/\(file.stem).md")
        found.append(LessonLocation(id: id, topic: topic, order: order, file: path))
      }
    }
    return found.sorted { ($0.topic, $0.order, $0.id) < ($1.topic, $1.order, $1.id) }
  }

  /// Finds one exercise: reads the folder of topics, then asks each for the one name.
  package func locate(_ id: ExerciseID) throws(CourseError) -> ExerciseLocation {
    let found = try topics(in: "exercises").map { location(of: id, in: $0) }.filter {
      SourceFile.exists($0.files.statement) || SourceFile.exists($0.files.starter)
    }
    guard let first = found.first else {
      throw unknown("exercise", id.rawValue, among: try exercises().map(\.id.rawValue))
    }
    guard found.count == 1 else {
      let folders = found.map(\.topic.folder).joined(separator: " and ")
      throw CourseError(
        Problem(
          file: relative(first.files.statement), message: "the exercise '\(id)' stands twice, in \(folders)",
          mend: "Rename one of the two"))
    }
    return first
  }

  /// Finds one lesson.
  package func locate(_ id: LessonID) throws(CourseError) -> LessonLocation {
    let lessons = try lessons()
    if let lesson = lessons.first(where: { $0.id == id }) { return lesson }
    throw unknown("lesson", id.rawValue, among: lessons.map(\.id.rawValue))
  }

  /// What to ask somebody who mistyped an exercise's name, or nil where no name comes near.
  package func suggestion(for text: String) throws(CourseError) -> String? {
    Spelling.suggestion(for: text, among: try exercises().map(\.id.rawValue))
  }

  private func unknown(_ what: String, _ name: String, among names: [String]) -> CourseError {
    let mend = Spelling.suggestion(for: name, among: names) ?? "Look up its name in the folder '\(what)s'"
    return CourseError(Problem(message: "there is no \(what) '\(name)'", mend: mend))
  }
}

extension CourseLayout {
  /// The path by which a file of the course can be opened.
  func path(_ relative: String) -> String { root + "/" + relative }

  /// The path from the course's folder, as errors show it.
  package func relative(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }

  /// Where an exercise of this topic stands.
  func location(of id: ExerciseID, in topic: Topic) -> ExerciseLocation {
    let stem = "\(topic.folder)/\(id)"
    let files = ExerciseFiles(
      statement: path("exercises/\(stem).md"), starter: path("exercises/\(stem).swift"),
      solution: path("solutions/\(stem).swift"), misconceptions: path("solutions/\(stem).md"),
      survivors: path("Sources/Checks/\(topic.folder)/survivors/\(id).md"),
      afterwards: path("afterwards/\(stem).md"))
    return ExerciseLocation(id: id, topic: topic, files: files)
  }

  /// The topics of which a folder stands in the given one, in their order.
  func topics(in folder: String) throws(CourseError) -> [Topic] {
    guard let names = SourceFile.names(in: path(folder)) else {
      throw CourseError(
        Problem(
          file: folder, message: "there is no folder '\(folder)' in '\(root)'",
          mend: "Work in a course's folder, which holds 'exercises', 'solutions' and 'lessons'"))
    }
    return names.compactMap(Topic.init(folder:)).sorted()
  }

  /// The Markdown and Swift files of a folder; those in capitals, such as `README.md`, are not the course's.
  func files(in folder: String) -> [(stem: String, extension: String)] {
    (SourceFile.names(in: path(folder)) ?? []).compactMap { name in
      guard let dot = name.lastIndex(of: ".") else { return nil }
      let stem = String(name[..<dot])
      let type = String(name[dot...].dropFirst())
      return ["md", "swift"].contains(type) && stem != stem.uppercased() ? (stem, type) : nil
    }
  }
}
