internal import Archives
internal import Course
internal import Files
internal import Gradebook
internal import Grading

extension Gradus {
  /// `gradus autograder`: what Gradescope grades submissions with.
  var autograder: Command {
    Command(
      name: "autograder", summary: "Makes the zip with which Gradescope grades submissions by itself.",
      positional: ["ID?"],
      options: [
        .valued("output", "F", "write the zip to this file"),
        .policy,
        .valued(
          "run", "DIR", "grade DIR/submission and write DIR/results/results.json: what the zip's run_autograder does"),
        .confining,
        .trusting,
      ],
      discussion: """
        The zip holds setup.sh and run_autograder, this command, and the exercise ID with its solution; without ID all exercises, or those
        that the policy names. Every student gets cases of their own. Of hidden checks students see nothing but whether they passed.

        setup.sh works on Debian and Ubuntu: it installs what is missing, and a Swift toolchain unless there is one. It ends with an error
        where there is no sandbox, unless the zip is made with --trust-this-code.
        """,
      example: "gradus autograder bptt --output autograder.zip"
    ) { arguments, console in
      try runAutograder(arguments, console)
    }
  }

  private func runAutograder(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    if let folder = arguments["run"] {
      guard arguments["output"] == nil, arguments["policy"] == nil else {
        throw UsageError("--run takes the policy of the zip and writes DIR/results: gradus autograder --run DIR")
      }
      let course = FoundCourse(
        layout: CourseLayout(root: try installation().course), isAround: false, workspace: nil)
      let policy = try GradingPolicy.load(course.layout)
      return try AutograderRun(
        gradus: self, folder: folder, course: course, policy: policy,
        exercises: try graded(arguments.positional.first, course, policy), wish: try sandboxWish(arguments),
        console: console
      ).run()
    }
    guard let output = arguments["output"] else {
      throw UsageError("say where to write the zip: gradus autograder ID --output autograder.zip")
    }
    let installation = try installation()
    let course = FoundCourse.find(installation)
    let policy = try GradingPolicy.load(course.layout, path: arguments["policy"])
    let exercises = try graded(arguments.positional.first, course, policy)
    let bundle = AutograderBundle(
      executable: Files.realPath("/proc/self/exe") ?? "/proc/self/exe", installation: installation,
      layout: course.layout, exercises: exercises,
      policy: arguments["policy"])
    let trusts = arguments.has("trust-this-code")
    do {
      let count = try bundle.write(
        to: output, setup: AutograderScripts.setup(compiler: Self.compiler, trustsCode: trusts),
        run: AutograderScripts.run(exercise: arguments.positional.first, trustsCode: trusts))
      let points = exercises.reduce(0) { $0 + self.points($1.id) }
      console.write(
        "\(output): \(count) files, for \(exercises.map(\.id.rawValue).joined(separator: ", ")); let the assignment be worth "
          + "\(points) points\n")
    } catch let error as ArchiveError {
      throw UsageError("\(output) cannot be written: \(error)")
    } catch let error as FileError {
      throw UsageError("\(error)")
    }
    for exercise in exercises where !Files.exists(exercise.files.solution) {
      console.note("gradus: the solution of \(exercise.id) is not here, so the zip's grader names no misconceptions")
    }
    return .passed
  }

  /// The exercise of that name, or else those of the policy, or all of which there are checks.
  private func graded(
    _ name: String?, _ course: FoundCourse, _ policy: GradingPolicy
  ) throws -> [ExerciseLocation] {
    guard let name else {
      return try course.layout.exercises().filter {
        checks($0.id) != nil && (policy.rules.isEmpty || policy.rules[$0.id] != nil)
      }
    }
    let exercise = try course.locate(name)
    guard checks(exercise.id) != nil else {
      throw UsageError("the exercise '\(exercise.id)' has no checks in this program.")
    }
    return [exercise]
  }

  /// The release of Swift that the zip's setup.sh installs where there is no compiler.
  private static let compiler = "6.3.1"
}
