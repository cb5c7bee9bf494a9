internal import Course
internal import Files
internal import Glibc
internal import Workspace

/// A workspace in which `gradus watch` runs, to be timed from a save to the verdict.
final class WatchedWorkspace {
  private let file: String
  private let solution: String
  private var process: pid_t = 0
  private var output: Int32 = -1
  private var count = 0

  /// Makes the workspace and starts the session on an exercise.
  init(_ gradus: String, _ exercise: ExerciseLocation, in folder: String) throws {
    let root = "\(folder)/workspace"
    file = "\(root)/\(Workspace.file(of: exercise))"
    solution = try Files.text(exercise.files.solution)
    _ = try Measured([gradus, "init", root], exitCode: 0).time()
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw BenchmarkError("there is no pipe: error \(errno)") }
    output = ends[0]
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    let words = [gradus, "watch", exercise.id.rawValue]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.withUnsafeBufferPointer { unsafe $0.forEach { unsafe free($0) } } }
    // The session works in the workspace, and inherits the folder; nothing else runs here meanwhile.
    let before = Files.workingFolder
    guard unsafe chdir(root) == 0 else { throw BenchmarkError("\(root) cannot be entered: error \(errno)") }
    defer { unsafe chdir(before) }
    let failure = unsafe posix_spawn(&process, gradus, &actions, nil, &arguments, environ)
    close(ends[1])
    guard failure == 0 else { throw BenchmarkError("\(gradus) cannot be started: error \(failure)") }
    try wait(for: "waiting for a save")
    usleep(Self.rest)
  }

  deinit {
    if process > 0 {
      kill(process, SIGTERM)
      var status: Int32 = 0
      _ = unsafe waitpid(process, &status, 0)
    }
    if output >= 0 { close(output) }
  }

  /// Nobody saves again within this time, in microseconds, in which the session makes itself ready.
  private static let rest: UInt32 = 400_000

  /// Saves the solution, changed a little, as editors do; the time in milliseconds until its verdict is there.
  func time() throws -> Double {
    count += 1
    try Files.write("\(solution)// \(count)\n", to: file + "~")
    let start = ContinuousClock.now
    try Files.move(file + "~", to: file)
    try wait(for: "passed: ")
    let elapsed = start.duration(to: .now)
    try wait(for: "waiting for a save")
    usleep(Self.rest)
    return elapsed / .milliseconds(1)
  }

  private var seen = ""

  private func wait(for text: String) throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let range = seen.firstRange(of: text) {
        seen = String(seen[range.upperBound...])
        return
      }
      let count = unsafe read(output, &chunk, chunk.count)
      guard count > 0 else { throw BenchmarkError("gradus watch has ended: \(seen)") }
      seen += String(decoding: chunk[..<count], as: UTF8.self)
    }
  }
}
