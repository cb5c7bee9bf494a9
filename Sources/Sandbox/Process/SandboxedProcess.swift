internal import CSandbox
internal import Glibc

/// A program that was started in a slot.
///
/// It makes progress by itself, but its output is taken, its limits on time and output are held and its end is noticed
/// only in calls of ``advance(within:)``, ``wait()`` or ``drainOutput()``. A caller that waits for several things polls the
/// descriptors below and calls `advance(within: .zero)` whenever one of them is ready. Whatever happens, the program is
/// dead and removed when the last reference to this object is gone.
package final class SandboxedProcess {
  /// The program's number on the machine; in a sandbox it is 1 for itself.
  package private(set) var programNumber: Int32

  /// The limit that ended the program, once it has ended.
  package private(set) var struckLimit: StruckLimit?

  /// How it ended; nil while it runs.
  package private(set) var termination: Termination?

  /// The CPU time of the program with its descendants and the start of the sandbox, once it has ended.
  package private(set) var totalCPUTime: Duration = .zero

  /// How long it ran, once it has ended.
  package private(set) var wallTime: Duration = .zero

  private let limits: Limits
  private let start = monotonicTime()
  private var streams: ProgramStreams
  // What we started: bubblewrap, or without a sandbox the program itself.
  private let launcher: StartedProcess
  private var program: Descriptor?
  private var status: Descriptor?
  private var statusText: [UInt8] = []
  private var killTime: Duration?
  private var wasReaped = false

  init(
    _ launcher: consuming StartedProcess,
    _ streams: consuming ProgramStreams,
    _ limits: Limits,
    status: consuming Descriptor?
  ) {
    programNumber = launcher.number
    self.launcher = launcher
    self.streams = streams
    self.limits = limits
    self.status = status
  }

  deinit {
    if !wasReaped { stop() }
  }

  /// Becomes readable when there is standard output to drain; -1 when no more will come.
  package var outputDescriptor: Int32 { streams.output.number }

  /// Becomes readable when there is standard error to drain; -1 when no more will come.
  package var errorDescriptor: Int32 { streams.errorOutput.number }

  /// Becomes readable when the program and all its descendants have ended.
  package var endDescriptor: Int32 { launcher.descriptor.number }

  /// The writing end of the program's descriptor 3, non-blocking; -1 without channels or when closed.
  package var toProgram: Int32 { ProgramStreams.number(streams.toProgram) }

  /// The reading end of the program's descriptor 4, non-blocking; -1 without channels or when closed.
  package var fromProgram: Int32 { ProgramStreams.number(streams.fromProgram) }

  /// What was kept of the standard output so far.
  package var output: [UInt8] { streams.output.bytes }

  /// What was kept of the standard error so far.
  package var errorOutput: [UInt8] { streams.errorOutput.bytes }

  /// Whether the program wrote more to one of them than may be kept; then it has been killed.
  package var outputWasCut: Bool { streams.output.wasCut || streams.errorOutput.wasCut }

  /// Lets the program's reads from descriptor 3 see the end.
  package func closeToProgram() {
    streams.toProgram = nil
  }

  /// Stops listening to descriptor 4.
  package func closeFromProgram() {
    streams.fromProgram = nil
  }

  /// The CPU time of the program and its threads so far, as the kernel counts it; nil when it is gone.
  ///
  /// The millisecond or so that building the sandbox took is in it: measure work by differences.
  package func cpuTime() -> Duration? {
    guard termination == nil else { return nil }
    let nanoseconds = csandbox_cpu_time(programNumber)
    // The number cannot have passed to another process if the program is still there now.
    let isGone =
      switch program {
      case .some(let open): open.isReady(within: 0)
      case .none: false
      }
    return nanoseconds < 0 || isGone ? nil : .nanoseconds(nanoseconds)
  }

  /// The most address space that the program ever had, in bytes, and its threads now; nil when it is gone.
  package func size() -> (addressSpace: Int, threads: Int)? {
    var peak: Int?
    var threads: Int?
    for line in FileSystem.lines(of: "/proc/\(programNumber)/status") {
      let number = line.split { !("0"..."9").contains($0) }.lazy.compactMap { Int($0) }.first
      if line.hasPrefix("VmPeak:") { peak = number.map { $0 << 10 } }
      if line.hasPrefix("Threads:") { threads = number }
    }
    guard termination == nil, let peak, let threads else { return nil }
    return (peak, threads)
  }

  /// Takes what the program has written, without waiting.
  ///
  /// A program that wrote more than may be kept is killed.
  package func drainOutput() {
    streams.output.drain()
    streams.errorOutput.drain()
    if outputWasCut && !wasKilled { kill(for: .output) }
  }

  /// Waits at most this long for output, the end or a limit on time; returns whether the program has ended.
  @discardableResult
  package func advance(within timeout: Duration) throws(SandboxError) -> Bool {
    if termination != nil { return true }
    let left = .seconds(limits.wallSeconds) - (monotonicTime() - start)
    if left <= .zero && !wasKilled { kill(for: .wall) }
    // Bubblewrap only has to notice the program's end; should it not, it goes as well.
    if let killTime, monotonicTime() - killTime > .seconds(5) { killGroup() }
    var entries = [outputDescriptor, errorDescriptor, endDescriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let wait = min(timeout, wasKilled ? .seconds(1) : left)
    let ready = unsafe poll(&entries, UInt(entries.count), wait.roundedUpMilliseconds)
    drainOutput()
    if ready > 0 && entries[2].revents != 0 { try finish() }
    return termination != nil
  }

  /// Waits for the end, taking output and holding the limits meanwhile.
  package func wait() throws(SandboxError) -> Termination {
    while true {
      if let termination { return termination }
      try advance(within: .seconds(3600))
    }
  }

  /// Kills the program and all that it started; ``wait()`` then returns within moments.
  package func kill() {
    killTime = monotonicTime()
    switch program {
    // The first process of a process namespace takes all others with it, and bubblewrap ends when it has seen that.
    case .some(let open): _ = csandbox_signal(open.number, SIGKILL)
    case .none: killGroup()
    }
  }

  private func kill(for limit: StruckLimit) {
    struckLimit = limit
    kill()
  }

  private func killGroup() {
    _ = Glibc.kill(-launcher.number, SIGKILL)
    _ = csandbox_signal(launcher.descriptor.number, SIGKILL)
  }

  private func stop() {
    kill()
    if !launcher.descriptor.isReady(within: 5000) { killGroup() }
    _ = reap()
  }

  /// Removes the ended process and returns its wait status.
  private func reap() -> Int32 {
    var ended: Int32 = 0
    var status: Int32 = 0
    var nanoseconds: Int64 = 0
    _ = unsafe csandbox_reap(launcher.number, 0, &ended, &status, &nanoseconds)
    wasReaped = true
    totalCPUTime = .nanoseconds(nanoseconds)
    wallTime = monotonicTime() - start
    return status
  }

  private func finish() throws(SandboxError) {
    let isBare = ProgramStreams.number(program) < 0
    // Without a sandbox, what the program leaves in its process group goes now, while the group's number is taken.
    if isBare { killGroup() }
    var waitStatus = reap()
    drainOutput()
    if isBare {
      termination = Termination(waitStatus: waitStatus)
    } else {
      readStatus()
      let isKnown = withProgram { unsafe csandbox_exit_status($0, &waitStatus) != 0 }
      let wasStarted = SandboxStatus.exitCode(in: statusText) != nil || wasKilled
      guard wasStarted || (isKnown && csandbox_status_exited(waitStatus) == 0) else { throw launchFailure() }
      let wasEnded = wasKilled || totalCPUTime >= .seconds(limits.cpuSeconds)
      let end = Termination(waitStatus: waitStatus)
      termination = isKnown ? end : end.passedOnByBubblewrap(wasEnded: wasEnded)
    }
    program = nil
    if struckLimit == nil { struckLimit = guessLimit() }
  }

  private var wasKilled: Bool { killTime != nil }

  private func withProgram(_ body: (Int32) -> Bool) -> Bool {
    switch program {
    case .some(let open): body(open.number)
    case .none: false
    }
  }

  /// Tells from the traces that it leaves which of the kernel's limits ended the program.
  private func guessLimit() -> StruckLimit? {
    guard termination != .exited(0), !wasKilled else { return nil }
    // The kernel's limit counts in ticks, so that the sum may be a little short; on a busy machine, more so. A program that was killed near the
    // limit, not by us, was killed for it.
    let limit = Duration.seconds(limits.cpuSeconds)
    if totalCPUTime >= limit - .milliseconds(50) { return .cpu }
    if termination == .signalled(SIGKILL) && totalCPUTime >= limit * 0.7 { return .cpu }
    return OutOfMemory.isReported(in: errorOutput) ? .memory : nil
  }

  /// Waits until bubblewrap has told the program's number, then opens the gate behind which it holds the program.
  func awaitProgram(gate: consuming Descriptor, processLimit: Int?) throws(SandboxError) {
    let patience = 20
    let limit = monotonicTime() + .seconds(patience)
    while true {
      readStatus()
      if let number = SandboxStatus.programNumber(in: statusText) {
        let descriptor = csandbox_open_process(number)
        guard descriptor >= 0 else { throw .refused(action: "watching the program", code: errno) }
        programNumber = number
        program = Descriptor(owning: descriptor)
        if let processLimit { _ = csandbox_limit_processes_of(number, UInt64(max(processLimit, 1))) }
        _ = unsafe Glibc.write(gate.number, "g", 1)
        return
      }
      if launcher.descriptor.isReady(within: 0) {
        _ = reap()
        drainOutput()
        throw launchFailure()
      }
      guard monotonicTime() < limit else { throw .silent(seconds: patience) }
      waitForStatus()
    }
  }

  private func waitForStatus() {
    var entries = [ProgramStreams.number(status), endDescriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    _ = unsafe poll(&entries, UInt(entries.count), 1000)
  }

  private func readStatus() {
    let number = ProgramStreams.number(status)
    guard number >= 0 else { return }
    _ = fcntl(number, F_SETFL, O_NONBLOCK)
    var chunk = [UInt8](repeating: 0, count: 1024)
    while true {
      let count = unsafe Glibc.read(number, &chunk, chunk.count)
      if count > 0 { statusText += chunk[..<count] }
      if count == 0 { status = nil }
      if count <= 0 { return }
    }
  }

  private func launchFailure() -> SandboxError {
    let message = SandboxStatus.message(in: errorOutput)
    if let obstacle = Obstacle(message: message) { return .unavailable(obstacle) }
    return .notStarted(message)
  }
}
