import Markdown

extension Catalogue {
  /// What is wrong with single exercises: files, lesson, difficulty, hints, functions.
  func exerciseProblems() -> [Problem] {
    var found: [Problem] = []
    for location in exerciseLocations { found += missingFiles(location) }
    for exercise in exercises {
      found += lessonProblems(exercise) + frontMatterProblems(exercise) + hintProblems(exercise)
      found += functionProblems(exercise) + afterwardsProblems(exercise)
    }
    return found
  }

  /// The files that an exercise lacks; that its statement is missing is found when it is read.
  private func missingFiles(_ location: ExerciseLocation) -> [Problem] {
    let files = location.files
    let parts = [
      (files.starter, "starter"), (files.solution, "solution"), (files.misconceptions, "list of misconceptions"),
    ]
    return parts.filter { !SourceFile.exists($0.0) }.map { path, part in
      Problem(
        file: layout.relative(path), message: "the exercise '\(location.id)' has no \(part)", mend: "Write this file")
    }
  }

  private func lessonProblems(_ exercise: Exercise) -> [Problem] {
    guard lessonLocations.contains(where: { $0.id == exercise.lesson }) else {
      let near = Spelling.suggestion(for: exercise.lesson.rawValue, among: lessonLocations.map(\.id.rawValue))
      let mend = near ?? "Write the lesson, or name another"
      return [problem(exercise, key: "lesson", "there is no lesson '\(exercise.lesson)'", mend)]
    }
    guard let lesson = lesson(exercise.lesson), !lesson.exercises.contains(exercise.id) else { return [] }
    return [
      Problem(
        file: layout.relative(lesson.location.file), message: "the lesson does not link its exercise '\(exercise.id)'",
        mend: "Add a link such as [Derive it](exercise:\(exercise.id)), or mend 'lesson' in the exercise")
    ]
  }

  private func frontMatterProblems(_ exercise: Exercise) -> [Problem] {
    guard !Exercise.difficulties.contains(exercise.difficulty) else { return [] }
    let message = "the difficulty is \(exercise.difficulty), which is not 1, 2 or 3"
    return [problem(exercise, key: "difficulty", message, "Write 1 for easy, 2 for medium, 3 for hard")]
  }

  private func hintProblems(_ exercise: Exercise) -> [Problem] {
    let file = layout.relative(exercise.files.statement)
    guard let section = exercise.document.section(titled: "Hints") else {
      return [
        Problem(
          file: file, message: "there is no section 'Hints'",
          mend: "Write '## Hints' and an ordered list of exactly three items")
      ]
    }
    let hints = exercise.hints
    var found: [Problem] = []
    if hints.count != Exercise.hintCount {
      let message = "there are \(hints.count) hints, not \(Exercise.hintCount)"
      let mend = "Write one ordered list of exactly three items"
      found.append(Problem(file: file, line: section.line, message: message, mend: mend))
    }
    for (index, hint) in hints.enumerated() where hint.plainText.allSatisfy(\.isWhitespace) {
      let line = hint.first?.lines.lowerBound ?? section.line
      let message = "hint \(index + 1) is empty"
      found.append(Problem(file: file, line: line, message: message, mend: "Write a step towards the solution"))
    }
    return found
  }

  private func afterwardsProblems(_ exercise: Exercise) -> [Problem] {
    let path = exercise.files.misconceptions
    guard SourceFile.exists(path), let document = try? layout.document(at: path) else { return [] }
    let section = document.section(titled: CourseLayout.afterwardsTitle)
    if let section, section.blocks.contains(where: { !$0.plainText.allSatisfy(\.isWhitespace) }) { return [] }
    let mend =
      "Write '## Afterwards' at the head: what the reference does well, and what those who have passed may compare in theirs"
    let message = section == nil ? "there is no section 'Afterwards'" : "the section 'Afterwards' is empty"
    return [Problem(file: layout.relative(path), line: section?.line, message: message, mend: mend)]
  }

  /// Every function of the starter is named in the statement and stands in the solution with the same declaration.
  private func functionProblems(_ exercise: Exercise) -> [Problem] {
    let starterFile = layout.relative(exercise.files.starter)
    let starter: Declarations
    var solution: Declarations?
    var found: [Problem] = []
    do throws(CourseError) {
      guard SourceFile.exists(exercise.files.starter) else { return [] }
      starter = Declarations(of: try SourceFile.text(of: exercise.files.starter, named: starterFile))
      if SourceFile.exists(exercise.files.solution) {
        let name = layout.relative(exercise.files.solution)
        solution = Declarations(of: try SourceFile.text(of: exercise.files.solution, named: name))
      }
    } catch {
      return error.problems
    }
    if starter.visible.isEmpty {
      let mend = "Declare at file scope what the student is to write"
      found.append(Problem(file: starterFile, message: "the starter declares no function", mend: mend))
    }
    let named = functionsNamed(in: exercise.document)
    if named == nil {
      let file = layout.relative(exercise.files.statement)
      let mend = "Write '## Functions' and a list that names every function of the starter in backticks"
      found.append(Problem(file: file, message: "there is no section 'Functions'", mend: mend))
    }
    for function in starter.visible {
      if let named, !named.contains(function.name) {
        let message = "the statement's section 'Functions' does not name '\(function.name)'"
        let mend = "Name it there in backticks, or make it private"
        found.append(Problem(file: starterFile, line: function.line, message: message, mend: mend))
      }
      if let solution { found += compare(function, with: solution, of: exercise) }
    }
    return found
  }

  private func compare(
    _ function: Declarations.Function, with solution: Declarations, of exercise: Exercise
  ) -> [Problem] {
    let file = layout.relative(exercise.files.solution)
    let candidates = solution.visible.filter { $0.name == function.name }
    guard !candidates.contains(where: { $0.declaration == function.declaration }) else { return [] }
    guard let other = candidates.first else {
      let message = "the solution has no function '\(function.name)', which the starter declares"
      return [Problem(file: file, message: message, mend: "Add '\(function.declaration)'")]
    }
    let message = "'\(other.declaration)' differs from the starter's declaration"
    return [Problem(file: file, line: other.line, message: message, mend: "Write '\(function.declaration)' in both")]
  }

  /// The names that begin the code in a statement's section of functions.
  private func functionsNamed(in document: Document) -> Set<String>? {
    guard let section = document.section(titled: "Functions") else { return nil }
    var names: Set<String> = []
    section.blocks.walkInlines { inline in
      guard case .code(let code) = inline.kind else { return }
      let text = code.hasPrefix("func ") ? code.dropFirst(5) : code[...]
      names.insert(String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
    }
    return names
  }

  private func problem(_ exercise: Exercise, key: String, _ message: String, _ mend: String) -> Problem {
    let line = exercise.document.frontMatter.entry(key)?.line
    return Problem(file: layout.relative(exercise.files.statement), line: line, message: message, mend: mend)
  }
}
