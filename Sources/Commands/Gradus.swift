package import Charts
internal import Course
package import Grading

/// The command-line program of a course: the engine's subcommands over the course's checks.
package struct Gradus {
  /// The version of the engine.
  package static let version = "0.1.0"

  private let executable: String
  let courseChecks: @Sendable (String) -> ExerciseChecks?
  /// What lessons can show by name.
  let catalogue: FigureCatalogue

  /// Makes the program of a course.
  ///
  /// - Parameters:
  ///   - executable: the path of the running program, from which it finds what it was installed with.
  ///   - figures: what lessons can show by name.
  ///   - checks: the checks of an exercise, by its identifier.
  package init(
    executable: String, figures: FigureCatalogue = FigureCatalogue(),
    checks: @escaping @Sendable (String) -> ExerciseChecks?
  ) {
    self.executable = executable
    self.catalogue = figures
    self.courseChecks = checks
  }

  /// The checks of an exercise; nil when it has none.
  func checks(_ id: ExerciseID) -> ExerciseChecks? { courseChecks(id.rawValue) }

  /// Where the engine's own parts are.
  func installation() throws -> Installation { try Installation.around(executable: executable) }

  private var commands: [Command] { [list, check, call, figures, verify, new, doctor] }

  /// Runs the command that the words name and says how it ended; the first word is the program's name.
  package func run(_ words: [String]) -> ExitCode {
    let console = Console.standard
    guard let first = words.dropFirst().first else {
      console.write(overview)
      return .usage
    }
    switch first {
    case "--version", "version":
      console.write("gradus \(Self.version)\n")
      return .passed
    case "--help", "-h", "help":
      return help(Array(words.dropFirst(2)), console)
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      let near = Spelling.nearest(to: first, among: commands.map(\.name))
      console.fail(
        "there is no command '\(first)'.\(near.map { " Did you mean 'gradus \($0)'?" } ?? " See `gradus --help`.")")
      return .usage
    }
    return run(command, Array(words.dropFirst(2)), console)
  }

  private func run(_ command: Command, _ words: [String], _ console: Console) -> ExitCode {
    if words.contains(where: { $0 == "--help" || $0 == "-h" }) {
      console.write(command.help)
      return .passed
    }
    do {
      let arguments = try Arguments(
        words, options: command.options, positional: command.positional, command: command.name)
      return try command.run(arguments, console)
    } catch let error as UsageError {
      console.fail(error.message)
      return .usage
    } catch let error as CourseError {
      console.fail(error.description)
      return .usage
    } catch let error as Submission.Refusal {
      console.fail(error.description)
      return .usage
    } catch {
      console.fail("\(error)")
      return .fault
    }
  }

  private func help(_ words: [String], _ console: Console) -> ExitCode {
    guard let name = words.first else {
      console.write(overview)
      return .passed
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      console.fail("there is no command '\(name)'. See `gradus --help`.")
      return .usage
    }
    console.write(command.help)
    return .passed
  }

  private var overview: String {
    let width = commands.map(\.name.count).max() ?? 0
    let lines = commands.map { "  \($0.name.padded(to: width))  \($0.summary)" }
    return """
      gradus grades exercises of the course: your Swift file against the reference, in a sandbox.

      usage: gradus COMMAND [options]

      \(lines.joined(separator: "\n"))

      `gradus COMMAND --help` explains a command, `gradus --version` prints the version.
      exit codes: 0 passed, 1 not passed, 2 the command line was not understood, 3 could not be graded.

      example:
        gradus check bptt

      """
  }
}
