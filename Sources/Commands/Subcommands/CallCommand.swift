internal import Course
internal import Files
internal import Grading
internal import JSON
internal import Wire

extension Gradus {
  /// `gradus call`: what one function returns for given arguments.
  var call: Command {
    Command(
      name: "call", summary: "Calls one function of a file with arguments from JSON and prints what it returns.",
      positional: ["ID", "FUNCTION"],
      options: [
        .valued(
          "input", "F",
          "a file with the arguments in order, as one JSON array, or one such array a line; - reads standard input"),
        .valued("file", "F", "the file with the function (default: ID.swift here, or the course's starter)"),
        .switched("solution", "call the reference solution instead"),
        .confining,
        .trusting,
      ],
      discussion: """
        Vectors are arrays, matrices arrays of rows, structures objects by field name. Numbers that are not finite are written as the
        strings "Infinity", "-Infinity" and "NaN". With one array a line, one result a line comes out; a call that returns nothing
        gives an object with the key "error". Exit code 1 if a call returned nothing.
        """,
      example: "echo '[[0.5, -1], 0]' | gradus call bptt scoreGradient --solution --input -"
    ) { arguments, console in
      try runCall(arguments, console)
    }
  }

  private func runCall(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    guard arguments.positional.count == 2 else {
      throw UsageError("say which exercise and which function: gradus call ID FUNCTION --input F.json")
    }
    let course = FoundCourse.find(try installation())
    let exercise = try course.locate(arguments.positional[0])
    let checks = try knownChecks(exercise, in: course.layout)
    let function = try function(arguments.positional[1], of: checks)
    let inputs = try inputs(arguments, function)
    if arguments.has("solution") && arguments["file"] != nil {
      throw UsageError("give either --file or --solution, not both.")
    }
    if arguments.has("solution") { try course.requireSolutions(for: "gradus call --solution") }
    let path = try arguments.has("solution") ? exercise.files.solution : arguments["file"] ?? course.file(for: exercise)
    let grader = try makeGrader(arguments, console)
    let answers = try grader.call(function, of: try Submission(path: path), checks, with: inputs.calls)
    var code = ExitCode.passed
    for answer in answers {
      switch answer {
      case .success(let value): console.write(JSONValue(value).compact + "\n")
      case .failure(let problem):
        code = .notPassed
        if inputs.areLines {
          console.write(JSONValue.object([.init("error", .string(problem.description))]).compact + "\n")
        }
        console.fail(problem.description)
      }
    }
    return code
  }

  private func function(_ name: String, of checks: ExerciseChecks) throws -> Function {
    if let function = checks.functions.first(where: { $0.name == name }) { return function }
    let names = checks.functions.map(\.name)
    let near = Spelling.suggestion(for: name, among: names).map { " \($0)" } ?? ""
    throw UsageError("'\(checks.exercise)' has no function '\(name)'.\(near) It has: \(names.joined(separator: ", ")).")
  }

  /// The argument lists of the input: one for a JSON array, one a line for JSON Lines.
  private func inputs(
    _ arguments: Arguments, _ function: Function
  ) throws -> (calls: [[Value]], areLines: Bool) {
    guard let path = arguments["input"] else {
      throw UsageError(
        "give the arguments with --input F.json, an array of the arguments in order, or --input - to type them.")
    }
    let text: String
    do {
      text =
        try path == "-"
        ? String(decoding: Files.readInput(), as: UTF8.self) : Files.text(path, isAwaited: true)
    } catch {
      throw UsageError("\(error)")
    }
    do {
      if text.split(whereSeparator: \.isNewline).count(where: { $0.contains { !$0.isWhitespace } }) > 1,
        (try? JSONValue.parse(text)) == nil
      {
        return (
          try JSONValue.parseLines(text).map { try function.type.arguments($0.value, at: [.line($0.number)]) }, true
        )
      }
      return ([try function.type.arguments(try JSONValue.parse(text))], false)
    } catch let error as JSONError {
      throw UsageError("\(path): \(error)\n  \(function.name) takes \(function.type)")
    }
  }
}
