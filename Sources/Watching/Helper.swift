internal import CWatching
internal import Files
internal import Glibc

/// A program of ours that does one piece of work in a process of its own, and can be stopped at any moment.
///
/// It reads its task from standard input to the end and writes its answer to standard output.
package final class Helper {
  private let process: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var wasReaped = false
  /// What it wrote so far.
  package private(set) var answer: [UInt8] = []
  /// What it wrote to standard error and was not taken yet.
  private var notes: [UInt8] = []

  /// Starts the program that this process runs, with other words and some variables changed.
  package init(_ words: [String], variables: [String: String]) throws(WatchingError) {
    var ends = [[Int32]]()
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard unsafe cwatching_pipe(&pair) == 0 else {
        let code = errno
        for pair in ends { pair.forEach { close($0) } }
        throw WatchingError("starting a program", code)
      }
      ends.append(pair)
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, end) in [(0, ends[0][0]), (1, ends[1][1]), (2, ends[2][1])] as [(Int32, Int32)] {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, descriptor)
    }
    // A group of its own: what the keyboard sends to ours does not reach it.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var ignored = sigset_t()
    unsafe sigemptyset(&ignored)
    unsafe sigaddset(&ignored, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &ignored)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var number: pid_t = 0
    let code = unsafe Self.withStrings(["gradus"] + words) { arguments in
      unsafe Self.withStrings(Self.environment(changing: variables)) { environment in
        unsafe posix_spawn(&number, "/proc/self/exe", &actions, &attributes, arguments, environment)
      }
    }
    for end in [ends[0][0], ends[1][1], ends[2][1]] { close(end) }
    (input, output, errors) = (ends[0][1], ends[1][0], ends[2][0])
    process = number
    guard code == 0 else {
      wasReaped = true
      throw WatchingError("starting a program", code)
    }
    for end in [output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    stop()
    for end in [input, output, errors] where end >= 0 { close(end) }
  }

  /// Becomes readable when there is something of the answer, or its end; -1 when the answer is there.
  package var answerDescriptor: Int32 { output }
  /// Becomes readable when there are notes; -1 when no more will come.
  package var noteDescriptor: Int32 { errors }

  /// Hands over the task and closes the way in.
  package func send(_ task: [UInt8]) {
    var rest = task[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // It has gone: its answer, which is none, will tell.
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    close(input)
    input = -1
  }

  /// Takes what has arrived, without waiting; whole lines of notes are returned.
  package func take() -> [String] {
    answer += Self.drain(&output)
    notes += Self.drain(&errors)
    guard let end = notes.lastIndex(of: 0x0A) else { return [] }
    let lines = notes[..<end].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    notes.removeSubrange(...end)
    return lines
  }

  /// Whether the answer is complete, or will never be.
  package var isDone: Bool { output < 0 }

  /// Kills it and what it started.
  package func stop() {
    guard !wasReaped else { return }
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    reap()
  }

  /// Waits for its end, once the answer is complete, and gives its exit code; nil if a signal ended it.
  package func finish() -> Int32? {
    guard !wasReaped else { return nil }
    let status = reap()
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  @discardableResult
  private func reap() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    wasReaped = true
    return status
  }

  private static func drain(_ descriptor: inout Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while descriptor >= 0 {
      let count = unsafe read(descriptor, &chunk, chunk.count)
      if count > 0 { bytes += chunk[..<count] }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN { break }
      if count <= 0 {
        close(descriptor)
        descriptor = -1
      }
    }
    return bytes
  }

  private static func environment(changing variables: [String: String]) -> [String] {
    var entries: [String] = []
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if variables[String(text.prefix { $0 != "=" })] == nil { entries.append(text) }
      unsafe next += 1
    }
    return entries + variables.map { "\($0)=\($1)" }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { unsafe strdup($0) }
    unsafe copies.append(nil)
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe copies.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("an array of one element has an address") }
      return unsafe body(start)
    }
  }
}

extension Helper {
  /// To be called in the helper: waits for the task and gives it.
  package static func task() throws -> [UInt8] { try Files.readInput() }

  /// To be called in the helper: it ends with the process that started it, whatever ends that.
  package static func endWithParent(_ parent: Int32) {
    if cwatching_die_with_parent(parent) != 0 { exit(3) }
  }
}
