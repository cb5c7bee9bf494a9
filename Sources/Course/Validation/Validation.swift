extension CourseLayout {
  /// Everything that is wrong with the course, by file and line.
  package func validate() -> [Problem] { load().validate() }
}

extension Catalogue {
  /// Everything that is wrong with the course, by file and line: what could not be read and what does not fit together.
  package func validate() -> [Problem] {
    let found =
      problems + folderProblems() + exerciseProblems() + linkProblems() + prerequisiteProblems()
      + sourceProblems() + limitProblems()
    return Set(found).sorted()
  }

  /// Limits that cannot be read, those of the course and those at the head of statements.
  private func limitProblems() -> [Problem] {
    do throws(CourseError) {
      _ = try layout.courseLimits()
    } catch {
      return error.problems
    }
    return exerciseLocations.flatMap { location in
      do throws(CourseError) {
        _ = try layout.limits(for: location)
        return [Problem]()
      } catch {
        return error.problems
      }
    }
  }

  /// Names that are no names, names that stand twice, and files that belong to no exercise.
  private func folderProblems() -> [Problem] {
    var found = nameProblems()
    for folder in ["exercises", "solutions", "lessons"] { found += problems(in: folder) }
    let stems = Set(exerciseLocations.map { "\($0.topic.folder)/\($0.id)" })
    return found + strays(in: "solutions", beside: stems) + strays(in: "Sources/Checks", "/survivors", beside: stems)
  }

  /// The files in the topics' folders, or in folders within them, that are called like exercises that there are not.
  private func strays(in folder: String, _ within: String = "", beside stems: Set<String>) -> [Problem] {
    topics(in: folder).flatMap { topic in
      layout.files(in: "\(folder)/\(topic)\(within)").compactMap { file -> Problem? in
        guard Slug.isValid(file.stem), !stems.contains("\(topic)/\(file.stem)") else { return nil }
        let place = exerciseLocations.first { $0.id == ExerciseID(rawValue: file.stem) }
        return Problem(
          file: "\(folder)/\(topic)\(within)/\(file.stem).\(file.extension)", message: "this belongs to no exercise",
          mend: place.map { "Move it to '\(folder)/\($0.topic.folder)\(within)'" }
            ?? "Write 'exercises/\(topic)/\(file.stem).md', or remove this file")
      }
    }
  }

  /// Names that stand twice.
  func nameProblems() -> [Problem] {
    let exercises = Dictionary(grouping: exerciseLocations, by: \.id).mapValues { $0.map(\.files.statement) }
    let lessons = Dictionary(grouping: lessonLocations, by: \.id).mapValues { $0.map(\.file) }
    return twice(exercises) + twice(lessons)
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
        // A folder without lessons or exercises, such as one of a corpus, may be called as it likes.
        guard !layout.files(in: path).isEmpty else { continue }
        let mend = "Name a topic's folder like '03-recurrent'"
        found.append(Problem(file: path, message: "'\(name)' is not a topic's folder", mend: mend))
        continue
      }
      for file in layout.files(in: path) {
        let isLesson = folder == "lessons"
        guard isLesson ? Slug.numbered(file.stem) == nil : !Slug.isValid(file.stem) else { continue }
        let mend = isLesson ? "Name a lesson's file like '02-bptt.md'" : "Use lowercase letters, digits and hyphens"
        let message = "'\(file.stem)' is not the name of \(isLesson ? "a lesson" : "an exercise")"
        found.append(Problem(file: "\(path)/\(file.stem).\(file.extension)", message: message, mend: mend))
      }
    }
    return found
  }
}
