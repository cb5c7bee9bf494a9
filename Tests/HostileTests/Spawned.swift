import Files
import Glibc

/// A command that is watched while it runs: how much memory it took at most, and how long.
///
/// It starts with a secret in its environment and with a descriptor that leads to a secret, as a careless shell would start it.
struct Spawned {
  let code: Int32
  let output: String
  let errors: String
  /// The most memory that the command itself ever had, without what it started.
  let peakKilobytes: Int
  let seconds: Double

  static let secret = "secret-5d2f1c"

  init(_ command: [String], in folder: String, environment: [String], scratch: String) throws {
    let words = ["/usr/bin/env", "-C", folder] + command
    let outputs = ["\(scratch)/out", "\(scratch)/err"]
    try Files.write("\(Self.secret)\n", to: "\(scratch)/canary")
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var variables = unsafe (environment + ["GRADUS_CANARY=\(Self.secret)"]).map { unsafe strdup($0) } + [nil]
    defer {
      unsafe arguments.forEach { unsafe free($0) }
      unsafe variables.forEach { unsafe free($0) }
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (index, path) in outputs.enumerated() {
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(index + 1), path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    for number in [7, 42] as [Int32] {
      unsafe posix_spawn_file_actions_addopen(&actions, number, "\(scratch)/canary", O_RDWR, 0)
    }
    // A thread of the tests may have signals blocked that a shell waits for.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let start = ContinuousClock.now
    let failure = unsafe posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else { throw SpawnError(words[0], failure) }
    var status: Int32 = 0
    var peak = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      peak = max(peak, Self.peak(of: process))
      usleep(3000)
    }
    seconds = start.duration(to: .now) / .seconds(1)
    peakKilobytes = peak
    code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    output = try Files.text(outputs[0])
    errors = try Files.text(outputs[1])
  }

  private static func peak(of process: pid_t) -> Int {
    let lines = ((try? Files.text("/proc/\(process)/status")) ?? "").split(separator: "\n")
    let line = lines.first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first ?? 0
  }
}

/// A command could not be started.
struct SpawnError: Error, CustomStringConvertible {
  let description: String

  init(_ program: String, _ code: Int32) { description = "\(program) cannot be started: error \(code)" }
}

/// What a grading may leave behind.
enum Traces {
  /// The processes that still know a folder: by their command line, what they have mapped, or where something is mounted.
  static func processes(knowing folder: String) -> [String] {
    ((try? Files.list("/proc")) ?? []).filter { name in
      guard let process = Int32(name), process != getpid() else { return false }
      return ["cmdline", "maps", "mountinfo"].contains { part in
        ((try? Files.text("/proc/\(name)/\(part)")) ?? "").contains(folder)
      }
    }
  }

  /// The files that hostile programs try to leave, where they try it.
  static func files(besides folders: [String]) -> [String] {
    let places = ["/", "/tmp", "/dev/shm", "/var/tmp", "/run", "/usr/lib", "/root", "/home"] + folders
    return places.map { "\($0)/gradus-canary" }.filter { Files.kind($0) != nil }
  }
}
