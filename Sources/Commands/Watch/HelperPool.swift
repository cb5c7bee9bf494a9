internal import Files
internal import Glibc
internal import Watching

/// The helpers of a session: one that grades, and one that waits for the next file with everything prepared.
final class HelperPool {
  /// The helper that grades, if any.
  private(set) var working: Helper?
  private var spare: Helper?
  private let folder: String
  private var count = 0

  /// Makes the folder in which helpers put what they need; it goes with this object.
  init() throws {
    folder = try Files.makeTemporaryFolder("gradus-watch")
    // The sandbox's user passes through it.
    try Files.setMode(folder, 0o711)
  }

  deinit { end() }

  /// Hands a task to a helper that waits, or else to a new one; a task that is still being worked on is given up.
  func start(_ task: HelperTask) throws {
    let helper = try spare ?? make()
    spare = nil
    cancel()
    working = helper
    helper.send(task.bytes)
  }

  /// Stops the helper that grades.
  func cancel() { working = nil }

  /// Starts a helper for the next task, unless there is one.
  func prepare() {
    // If that fails, the next task says why.
    if spare == nil { spare = try? make() }
  }

  /// Stops everything and removes what was left behind.
  func end() {
    working = nil
    spare = nil
    Files.remove(folder)
  }

  private func make() throws -> Helper {
    // What a helper that was killed has left behind goes when nobody waits for it.
    count += 1
    let own = "\(folder)/\(count)"
    try Files.makeFolder(own, mode: 0o711)
    if count > 2 { Files.remove("\(folder)/\(count - 2)") }
    return try Helper(["watch-run", String(getpid())], variables: ["TMPDIR": own])
  }
}
