import Files
import Foundation
import Glibc
import Testing

/// A real terminal, by tmux, in which a shell runs.
final class Terminal {
  /// Why there can be none, or nil.
  static let obstacle: String? = Files.exists("/usr/bin/tmux") ? nil : "tmux is missing: Scripts/setup --tests"

  private let socket = "gradus-\(UUID().uuidString.prefix(8))"
  private let folder: String

  /// Starts a shell of the given kind in a folder.
  init(_ folder: String, columns: Int = 90, rows: Int = 30, shell: [String] = ["/bin/bash", "--norc", "--noprofile"])
    throws
  {
    self.folder = folder
    let variables = ["GRADUS_HOME=\(BuiltCommand.home)", "PS1=$ ", "HOME=\(folder)", "NO_COLOR=1"].flatMap {
      ["-e", $0]
    }
    try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder] + variables
        + ["exec " + shell.joined(separator: " ")])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Runs tmux; not as a `Process`, which would wait for the server, too, that the first call leaves behind.
  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    // Not in the folder, which may be gone when the server is ended.
    let output = "/tmp/\(socket)-\(UUID().uuidString.prefix(8))"
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The server must not keep what belongs to other tests.
    for descriptor in 3..<256 as Range<Int32> { unsafe posix_spawn_file_actions_addclose(&actions, descriptor) }
    // Nor keep from its children the signals that threads of the tests keep from themselves.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments = unsafe (["tmux", "-L", socket] + words).map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.withUnsafeBufferPointer { unsafe $0.forEach { unsafe free($0) } } }
    var process: pid_t = 0
    try #require(unsafe posix_spawn(&process, "/usr/bin/tmux", &actions, &attributes, &arguments, environ) == 0)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    defer { Files.remove(output) }
    return try Files.text(output)
  }

  /// Types words and presses Enter.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", text])
    try tmux(["send-keys", "Enter"])
  }

  /// Types words.
  func send(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Presses keys by tmux's names.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What can be seen.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// Waits until what can be seen fulfils a condition, and gives it.
  @discardableResult
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ condition: (String) -> Bool
  ) throws -> String {
    var seen = ""
    for _ in 0..<600 {
      seen = try screen()
      if condition(seen) { return seen }
      usleep(50_000)
    }
    Issue.record("waited in vain for \(what):\n\(seen)", sourceLocation: sourceLocation)
    return seen
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that need a real terminal.
  static var needsTerminal: Self {
    .enabled("tmux is there: \(Terminal.obstacle ?? "yes")") { Terminal.obstacle == nil }
  }
}
