package import Charts
internal import Course
internal import Files
internal import Gradebook
package import Grading
internal import Submissions
internal import Workspace

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

  /// The points of an exercise; 0 when it has no checks.
  func points(_ id: ExerciseID) -> Int { checks(id)?.maximumPoints ?? 0 }

  /// Where the engine's own parts are.
  func installation() throws -> Installation { try Installation.around(executable: executable) }

  /// The commands, in groups with headings.
  var groups: [(heading: String, commands: [Command])] {
    [
      ("to learn", [initialise, next, watch, read, hint, solution, reset, skip, progress, path]),
      ("to try word vectors", [vectors]),
      ("to grade", [list, check, call]),
      ("to grade a class", [grade, report, regrade, export, release, autograder]),
      ("to write a course", [render, figures, verify, limits, new, doctor]),
      ("besides", [help, completion, watchRun, completeWords, gradeTask]),
    ]
  }

  /// All commands, those that are not told of included.
  var commands: [Command] { groups.flatMap(\.commands) }

  /// Runs the command that the words name and says how it ended; the first word is the program's name.
  package func run(_ words: [String]) -> ExitCode {
    // What stands behind `--` is never an option.
    let options = words.prefix { $0 != "--" }
    let words = options.filter { $0 != "--plain" } + words.dropFirst(options.count)
    let console = Console.standard(isPlain: options.contains("--plain"))
    guard let first = words.dropFirst().first else { return runHere(console) }
    switch first {
    case "--version", "version":
      console.write("gradus \(Self.version)\n")
      return .passed
    case "--help", "-h":
      console.write(overview)
      return .passed
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      let near = Spelling.suggestion(for: first, among: commands.filter { !$0.isHidden }.map(\.name)) { "gradus \($0)" }
      console.fail(
        "there is no command '\(first)'. \(near ?? "See `gradus --help`.")")
      return .usage
    }
    return run(command, Array(words.dropFirst(2)), console)
  }

  private func run(_ command: Command, _ words: [String], _ console: Console) -> ExitCode {
    if words.contains(where: { $0 == "--help" || $0 == "-h" }) {
      console.write(command.help)
      return .passed
    }
    return run(console) {
      let arguments = try Arguments(
        words, options: command.options, positional: command.positional, command: command.name)
      return try command.run(arguments, console)
    }
  }

  /// `gradus` alone: in a workspace where one is and what is next; elsewhere what there is.
  private func runHere(_ console: Console) -> ExitCode {
    guard Workspace.around(Files.workingFolder) != nil else {
      console.write(overview)
      return .usage
    }
    return run(console) { try showStatus(console) }
  }

  /// Runs a part and says how it ended; where its output is lost, as on a full disk, it did not end well.
  private func run(_ console: Console, _ body: () throws -> ExitCode) -> ExitCode {
    let code = ended(console, body)
    guard let reason = Console.lossOfOutput else { return code }
    console.fail("the output could not be written whole: \(reason).")
    return .fault
  }

  private func ended(_ console: Console, _ body: () throws -> ExitCode) -> ExitCode {
    do {
      return try body()
    } catch let error as UsageError {
      console.fail(error.message)
      return .usage
    } catch let error as CourseError {
      console.fail(error.description)
      return .usage
    } catch let error as WorkspaceError {
      console.fail(error.description)
      return .usage
    } catch let error as Submission.Refusal {
      console.fail(error.description)
      return .usage
    } catch let error as SubmissionsError {
      console.fail(error.description)
      return .usage
    } catch let error as GradebookError {
      console.fail(error.description)
      return error.isUsage ? .usage : .fault
    } catch {
      console.fail("\(error)")
      return .fault
    }
  }

  /// What there is, in a page.
  var overview: String {
    let width = commands.filter { !$0.isHidden }.map(\.name.count).max() ?? 0
    let lines = groups.map { heading, commands in
      let told = commands.filter { !$0.isHidden }
      return (["\(heading):"] + told.map { "  \($0.name.padded(to: width))  \($0.summary)" }).joined(separator: "\n")
    }
    return """
      gradus takes you through a course: it shows what is next, and grades your Swift files against the reference, in a sandbox.

      usage: gradus COMMAND [options]

      \(lines.joined(separator: "\n\n"))

      `gradus help COMMAND` explains a command, `gradus help TOPIC` one of these topics:
        \(HelpTopic.all.map(\.name).joined(separator: ", "))
      `gradus --version` prints the version.
      exit codes: 0 passed, 1 not passed, 2 the command line was not understood, 3 could not be graded.

      to begin:
        gradus init DIR     makes your workspace; then `gradus` in it says what is next

      """
  }
}
