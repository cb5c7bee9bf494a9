extension CourseLayout {
  /// Everything that is wrong with the course, by file and line.
  package func validate() -> [Problem] { load().validate() }
}

extension Catalogue {
  /// Everything that is wrong with the course, by file and line: what could not be read and what does not fit together.
  package func validate() -> [Problem] {
    let found = problems + folderProblems() + exerciseProblems() + linkProblems() + prerequisiteProblems()
    return Set(found).sorted()
  }

  /// Names that are no names, names that stand twice, and files that belong to no exercise.
  private func folderProblems() -> [Problem] {
    let exercises = Dictionary(grouping: exerciseLocations, by: \.id).mapValues { $0.map(\.files.statement) }
    let lessons = Dictionary(grouping: lessonLocations, by: \.id).mapValues { $0.map(\.file) }
    var found = twice(exercises) + twice(lessons)
    for folder in ["exercises", "solutions", "lessons"] { found += problems(in: folder) }
    let stems = Set(exerciseLocations.map { "\($0.topic.folder)/\($0.id)" })
    for topic in topics(in: "solutions") {
      for file in layout.files(in: "solutions/\(topic)") where Slug.isValid(exercise(file, in: "solutions")) {
        let name = exercise(file, in: "solutions")
        guard !stems.contains("\(topic)/\(name)") else { continue }
        let id = ExerciseID(rawValue: name)
        let other = exerciseLocations.first { $0.id == id }.map { "Move it to 'solutions/\($0.topic.folder)'" }
        found.append(
          Problem(
            file: "solutions/\(topic)/\(file.stem).\(file.extension)", message: "this belongs to no exercise",
            mend: other ?? "Write 'exercises/\(topic)/\(name).md', or remove this file"))
      }
    }
    return found
  }

  /// The exercise that a file belongs to: `bptt.survivors.md` stands beside the solution `bptt.swift`.
  private func exercise(_ file: (stem: String, extension: String), in folder: String) -> String {
    let suffix = ".survivors"
    guard folder == "solutions", file.extension == "md", file.stem.hasSuffix(suffix) else { return file.stem }
    return String(file.stem.dropLast(suffix.count))
  }

  private func topics(in folder: String) -> [String] {
    (SourceFile.names(in: layout.path(folder)) ?? []).filter { Topic(folder: $0) != nil }
  }

  private func twice(_ places: [some Hashable & CustomStringConvertible: [String]]) -> [Problem] {
    places.flatMap { id, paths -> [Problem] in
      let paths = paths.map(layout.relative)
      return paths.dropFirst().map {
        Problem(file: $0, message: "the name '\(id)' is taken by '\(paths[0])'", mend: "Rename one of the two")
      }
    }
  }

  /// Folders and files whose names keep them from being seen.
  private func problems(in folder: String) -> [Problem] {
    var found: [Problem] = []
    for name in SourceFile.names(in: layout.path(folder)) ?? [] {
      let path = "\(folder)/\(name)"
      guard Topic(folder: name) != nil else {
        guard SourceFile.names(in: layout.path(path)) != nil else { continue }
        let mend = "Name a topic's folder like '03-recurrent'"
        found.append(Problem(file: path, message: "'\(name)' is not a topic's folder", mend: mend))
        continue
      }
      for file in layout.files(in: path) {
        let isLesson = folder == "lessons"
        guard isLesson ? Slug.numbered(file.stem) == nil : !Slug.isValid(exercise(file, in: folder)) else { continue }
        let mend = isLesson ? "Name a lesson's file like '02-bptt.md'" : "Use lowercase letters, digits and hyphens"
        let message = "'\(file.stem)' is not the name of \(isLesson ? "a lesson" : "an exercise")"
        found.append(Problem(file: "\(path)/\(file.stem).\(file.extension)", message: message, mend: mend))
      }
    }
    return found
  }
}
