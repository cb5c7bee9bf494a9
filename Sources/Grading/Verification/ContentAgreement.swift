internal import Course
internal import Files
internal import Markdown
internal import Wire

/// Whether the files of an exercise speak of the same functions, and its hints give nothing of the solution away.
struct ContentAgreement {
  private let layout: CourseLayout
  private let exercise: Exercise
  private let checks: ExerciseChecks

  /// Prepares the comparison for one exercise.
  init(_ layout: CourseLayout, _ exercise: Exercise, _ checks: ExerciseChecks) {
    self.layout = layout
    self.exercise = exercise
    self.checks = checks
  }

  /// The functions of which not all of starter, checks and lesson speak.
  func functionProblems() throws -> [Problem] {
    let starter = Declarations(of: try Files.text(exercise.files.starter))
    let checked = checks.functions.map(\.name)
    var problems: [Problem] = []
    for name in starter.visible.map(\.name) where !checked.contains(name) {
      problems.append(
        Problem(
          file: exercise.files.starter, line: starter.function(named: name)?.line,
          message: "no check calls the function \(name)",
          mend: "Write a check for it, or take it out of the starter"))
    }
    for name in checked where starter.function(named: name) == nil {
      problems.append(
        Problem(
          file: exercise.files.starter,
          message: "a check calls the function \(name), which the starter does not declare",
          mend: "Declare it in the starter, or take it out of the checks"))
    }
    return problems + lessonProblems(checked)
  }

  /// The functions of which the lesson does not say where in the derivation they stand.
  private func lessonProblems(_ names: [String]) -> [Problem] {
    guard let lesson = try? layout.loadLesson(exercise.lesson) else { return [] }
    var mentioned: Set<String> = []
    lesson.document.blocks.walkInlines { inline in
      if case .code(let text) = inline.kind { mentioned.insert(text) }
    }
    let missing = names.filter { !mentioned.contains($0) }
    guard !missing.isEmpty else { return [] }
    return [
      Problem(
        file: lesson.location.file,
        message: "the lesson does not name \(missing.joined(separator: ", ")) of the exercise '\(exercise.id)'",
        mend: "Name each function in backticks where its line of the derivation stands")
    ]
  }

  /// The hints that hold a line of the solution.
  func hintProblems() throws -> [Problem] {
    let solution = try Files.text(exercise.files.solution)
    let starter = Set(try Files.text(exercise.files.starter).split(separator: "\n").map { Self.condensed($0) })
    // A line that the starter shows as well is no secret, and a short one stands in every program.
    let secrets = solution.split(separator: "\n").map { Self.condensed($0.prefixBeforeComment) }
      .filter { $0.count >= 12 && !starter.contains($0) }
    return exercise.hints.enumerated().flatMap { number, hint in
      let text = Self.condensed(hint.map(\.plainText).joined(separator: "\n")[...])
      return secrets.filter { text.contains($0) }.map { secret in
        Problem(
          file: exercise.files.statement, line: hint.first?.lines.lowerBound,
          message: "hint \(number + 1) holds a line of the solution: \(secret)",
          mend: "Lead to the line without giving it")
      }
    }
  }

  /// The text without white space, so that other spacing is no disguise.
  private static func condensed(_ text: Substring) -> String { String(text.filter { !$0.isWhitespace }) }
}

extension Substring {
  /// What stands before a line's comment.
  fileprivate var prefixBeforeComment: Substring {
    firstRange(of: "//").map { self[..<$0.lowerBound] } ?? self
  }
}
