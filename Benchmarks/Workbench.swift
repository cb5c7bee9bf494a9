internal import Course
internal import Files
internal import Glibc
internal import Grading
internal import Sandbox

/// A measurement cannot be made: why.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// What the measurements need: the command, the compiler, the prepared modules, the course, and a folder for wrong files.
final class Workbench {
  private let gradus: String
  private let toolchain: Toolchain
  private let modules: String
  private let target: String
  private let course: CourseLayout
  private let work: String

  init() throws {
    let executable = Files.realPath("/proc/self/exe") ?? ""
    let installation = try Installation.around(executable: executable)
    gradus = "\(Files.folder(of: executable))/gradus"
    guard Files.exists(gradus) else { throw BenchmarkError("there is no \(gradus): build it with `make build`") }
    toolchain = try Toolchain.find()
    guard let toolkit = Toolkit.existing(installation, toolchain)?.folder else {
      throw BenchmarkError("the student-facing modules are not prepared: run `gradus doctor --prepare`")
    }
    modules = "\(toolkit)/modules"
    let words = try Files.text("\(toolkit)/frontend.arguments").split(separator: "\n").map(String.init)
    guard let flag = words.firstIndex(of: "-target"), flag + 1 < words.count else {
      throw BenchmarkError("\(toolkit)/frontend.arguments names no target")
    }
    target = words[flag + 1]
    course = CourseLayout(root: installation.course)
    work = try Files.makeTemporaryFolder("gradus-benchmarks")
  }

  deinit { Files.remove(work) }

  func exercises() throws -> [ExerciseLocation] { try course.exercises() }

  /// A check that passes.
  func check(_ exercise: ExerciseLocation) throws -> Measured {
    Measured([gradus, "check", exercise.id.rawValue, "--file", exercise.files.solution], exitCode: 0)
  }

  /// A check that fails: the solution with the edit of its first misconception.
  func failing(_ exercise: ExerciseLocation) throws -> Measured {
    let path = "\(work)/\(exercise.id).swift"
    try Files.write(try Self.mistaken(exercise), to: path)
    return Measured([gradus, "check", exercise.id.rawValue, "--file", path], exitCode: 1)
  }

  /// The solution with the edit of its first misconception.
  static func mistaken(_ exercise: ExerciseLocation) throws -> String {
    let edit = try firstEdit(exercise.files.misconceptions)
    let parts = try Files.text(exercise.files.solution).split(separator: edit.from, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw BenchmarkError("the first edit of \(exercise.files.misconceptions) does not apply once to the solution")
    }
    return "\(parts[0])\(edit.to)\(parts[1])"
  }

  /// The lines that the first `diff` block of a file takes away and those that it puts in their place.
  private static func firstEdit(_ path: String) throws -> (from: String, to: String) {
    let lines = try Files.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let block = lines.drop { $0 != "```diff" }.dropFirst().prefix { $0 != "```" }
    guard !block.isEmpty else { throw BenchmarkError("\(path) holds no edit") }
    func text(without mark: Character) -> String {
      block.filter { $0.first != mark }.map { "\($0.dropFirst())\n" }.joined()
    }
    return (text(without: "+"), text(without: "-"))
  }

  /// What nobody can do without: the frontend over the same file.
  func compile(_ exercise: ExerciseLocation) throws -> Measured {
    Measured(
      [
        toolchain.frontend, "-frontend", "-c", exercise.files.solution, "-target", target, "-I", modules, "-Onone",
        "-parse-as-library", "-module-name", "Submission", "-module-cache-path", "\(work)/module-cache",
        "-o", "\(work)/object.o",
      ], exitCode: 0)
  }

  /// The worker, without anything to do, in a sandbox: the median of what it takes more than bare, in milliseconds, of runs in turn.
  func sandboxCost(_ tier: Tier, rounds: Int) throws -> Double {
    let claim = try SlotClaim(from: 90)
    let program = "\(Files.folder(of: modules))/worker"
    let runtime = toolchain.runtimeLibraries
    let profile = SandboxProfile(
      mounts: SandboxProfile.systemLibraries + [
        .readOnly(source: runtime, destination: runtime), .readOnly(source: program, destination: "/worker"),
      ])
    func run(_ tier: Tier) throws -> Double {
      let start = ContinuousClock.now
      let outcome = try SandboxSlot(tier: tier, claim).run(profile, ["/worker"], limits: .program)
      let elapsed = start.duration(to: .now)
      guard outcome.termination == .exited(0) else {
        throw BenchmarkError("the worker ended with \(outcome.termination)")
      }
      return elapsed / .milliseconds(1)
    }
    _ = try (run(tier), run(.none))
    return median(try (0..<rounds).map { _ in try run(tier) - run(.none) })
  }

  /// How much later the verdict of `gradus watch` is there after a save than that of `check` after its start: the times of both, in turn.
  func watching(_ exercise: ExerciseLocation, rounds: Int) throws -> (watch: [Double], check: [Double]) {
    let workspace = try WatchedWorkspace(gradus, exercise, in: work)
    let check = try check(exercise)
    _ = try (workspace.time(), check.time())
    var times: (watch: [Double], check: [Double]) = ([], [])
    for _ in 0..<rounds {
      times.watch.append(try workspace.time())
      times.check.append(try check.time())
    }
    return times
  }

  /// The command's start.
  var version: Measured { Measured([gradus, "--version"], exitCode: 0) }

  /// The start of any program.
  var nothing: Measured { Measured(["/usr/bin/true"], exitCode: 0) }
}

/// A program run to be timed.
struct Measured {
  private let words: [String]
  private let exitCode: Int32

  init(_ words: [String], exitCode: Int32) {
    self.words = words
    self.exitCode = exitCode
  }

  /// Runs the program once; the time on the clock in milliseconds, from before its start until it has ended.
  func time() throws -> Double {
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.withUnsafeBufferPointer { unsafe $0.forEach { unsafe free($0) } } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var process: pid_t = 0
    var status: Int32 = 0
    let start = ContinuousClock.now
    let failure = unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, environ)
    guard failure == 0 else { throw BenchmarkError("\(words[0]) cannot be started: error \(failure)") }
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw BenchmarkError("the end of \(words[0]) was missed") }
    }
    let elapsed = start.duration(to: .now)
    guard status == exitCode << 8 else {
      throw BenchmarkError("this ended with \(status >> 8), not \(exitCode): \(words.joined(separator: " "))")
    }
    return elapsed / .milliseconds(1)
  }
}
