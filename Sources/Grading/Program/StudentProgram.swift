internal import Glibc
internal import Sandbox
internal import Wire

/// A student's program at work: requests go in, replies come out, and whatever else it does is held against its limits.
final class StudentProgram {
  private let process: SandboxedProcess
  private let limits: ProgramLimits
  private var reader: FrameReader
  /// The functions that the loaded code offers.
  private(set) var functions: [ExposedFunction] = []
  /// How the program ended, once it has.
  private(set) var ending: Ending?
  private var identifiers = SystemRandomNumberGenerator()

  /// What loading a student's code came to.
  enum Loading: Equatable {
    case loaded
    case refused(String)
    case ended(Ending)
  }

  /// Starts the worker; a student's code is loaded later, so that the worker can start while the compiler works.
  init(_ toolkit: Toolkit, _ slot: SandboxSlot, libraries: String, limits: ProgramLimits) throws(SandboxError) {
    let runtime = toolkit.toolchain.runtimeLibraries
    let profile = SandboxProfile(
      mounts: SandboxProfile.systemLibraries + [
        .readOnly(source: runtime, destination: runtime), .readOnly(source: toolkit.worker, destination: "/worker"),
        .readOnly(source: libraries, destination: Self.libraryFolder),
      ])
    process = try slot.start(profile, ["/worker"], limits: limits.ofProgram, channels: true)
    hostLibraries = slot.tier.seesHostPaths ? libraries : Self.libraryFolder
    self.limits = limits
    reader = FrameReader(largestFrame: limits.replyBytes)
  }

  private static let libraryFolder = "/w"
  private let hostLibraries: String

  /// What the program has printed so far, standard output first.
  var printed: (output: [UInt8], errors: [UInt8]) {
    process.drainOutput()
    return (process.output, process.errorOutput)
  }

  /// The processor time used so far, in seconds.
  var processorSeconds: Double? { process.cpuTime().map { $0 / .seconds(1) } }

  /// The processor time used so far or, once it has ended, in all, in seconds.
  var usedSeconds: Double { processorSeconds ?? process.totalCPUTime / .seconds(1) }

  /// Its size now, and the largest answer that came.
  var size: (addressSpace: Int, threads: Int)? { process.size() }
  var largestReply: Int { reader.largestSeen }

  /// Loads the student's code from a library of the given name.
  func load(_ library: String) throws(SandboxError) -> Loading {
    let replies = try exchange([Request.load(path: "\(hostLibraries)/\(library)").frame])
    switch replies.first {
    case .loaded(let offered):
      functions = offered
      return .loaded
    case .notLoaded(let message): return .refused(message)
    default: return .ended(ending ?? stop(.brokeProtocol("it answered the request to load with something else")))
    }
  }

  /// Keeps a value in the program under a number.
  func keep(_ value: Value, slot: Int) throws(SandboxError) -> Ending? {
    let replies = try exchange([Request.keep(slot: slot, value: value).frame])
    if replies.first == .kept { return nil }
    return ending ?? stop(.brokeProtocol("it answered the request to keep a value with something else"))
  }

  /// Calls a function once for each list of arguments, all requests on their way at once, and gives the outcomes in order.
  ///
  /// The first call that ends the program is the last that is made.
  func call(_ function: String, _ argumentLists: [[Request.Argument]]) throws(SandboxError) -> [CallOutcome] {
    guard ending == nil else { return argumentLists.map { _ in .notMade } }
    if !reader.isEmpty || hasUnaskedBytes {
      stop(.brokeProtocol("it sent bytes that nobody had asked for"))
      return argumentLists.indices.map { $0 == 0 ? .ended(ending ?? .exited(code: 0)) : .notMade }
    }
    let ids = argumentLists.map { _ in identifiers.next() }
    let frames = zip(ids, argumentLists).map { Request.call(id: $0, function: function, arguments: $1).frame }
    let replies = try exchange(frames, ids: ids)
    var outcomes: [CallOutcome] = []
    for (id, reply) in zip(ids, replies) {
      guard let outcome = Self.outcome(of: reply, for: id) else {
        stop(.brokeProtocol("it answered a call that was not made"))
        break
      }
      outcomes.append(outcome)
    }
    if outcomes.count < ids.count { outcomes.append(.ended(ending ?? .exited(code: 0))) }
    while outcomes.count < ids.count { outcomes.append(.notMade) }
    return outcomes
  }

  private static func outcome(of reply: Reply, for id: UInt64) -> CallOutcome? {
    switch reply {
    case .returned(id, let value): .returned(value)
    case .notImplemented(id, let what, let line): .notImplemented(what: what, line: line)
    case .threw(id, let message): .threw(message)
    case .refused(id, let reason): .refused(reason)
    default: nil
    }
  }

  /// Sends frames and collects as many replies, or fewer if the program ends: then ``ending`` says why.
  private func exchange(_ frames: [[UInt8]], ids: [UInt64] = []) throws(SandboxError) -> [Reply] {
    guard ending == nil else { return [] }
    var outgoing = frames.flatMap(\.self)[...]
    var replies: [Reply] = []
    let clock = ContinuousClock()
    let start = Progress(clock.now, processorSeconds ?? 0)
    var progress = start
    var received = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while replies.count < frames.count {
      var entries = [
        pollfd(fd: process.fromProgram, events: Int16(POLLIN), revents: 0),
        pollfd(fd: outgoing.isEmpty ? -1 : process.toProgram, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: process.outputDescriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: process.errorDescriptor, events: Int16(POLLIN), revents: 0),
      ]
      _ = unsafe poll(&entries, UInt(entries.count), 50)
      if entries[2].revents != 0 || entries[3].revents != 0 {
        process.drainOutput()
        if process.outputWasCut {
          stop(.printedTooMuch(bytes: limits.outputBytes))
          return replies
        }
      }
      if entries[1].revents & Int16(POLLOUT) != 0 { send(&outgoing) }
      if entries[0].revents != 0 {
        let count = unsafe read(process.fromProgram, &chunk, chunk.count)
        if count == 0 {
          stop(try naturalEnding())
          return replies
        }
        if count > 0 {
          received += count
          reader.append(chunk[..<count])
          let before = replies.count
          guard take(&replies, upTo: frames.count, ids) else {
            if case .died? = ending {
              _ = try finish()
              if process.struckLimit == .memory { ending = .outOfMemory }
            }
            return replies
          }
          if replies.count > before { progress = Progress(clock.now, processorSeconds ?? 0) }
          if received > limits.replyBytes * Self.mostFullReplies {
            stop(.answeredTooMuch(bytes: limits.replyBytes))
            return replies
          }
        }
      }
      if let late = exceeded(since: progress, start) {
        stop(late)
        return replies
      }
    }
    return replies
  }

  /// Moves whole frames from the reader to the replies; false when one of them ends the exchange.
  private func take(_ replies: inout [Reply], upTo count: Int, _ ids: [UInt64]) -> Bool {
    do throws(WireError) {
      while let reply = try reader.next(expecting: replies.count < ids.count ? ids[replies.count] : nil) {
        if case .dying(let signal, let addresses) = reply {
          ending = .died(signal: signal, addresses: Array(addresses.prefix(64)))
          return false
        }
        guard replies.count < count else {
          stop(.brokeProtocol("it sent more answers than there were questions"))
          return false
        }
        // At once, not when all are there: until then a program could send on.
        guard ids.isEmpty || Self.outcome(of: reply, for: ids[replies.count]) != nil else {
          stop(.brokeProtocol("it answered a call that was not made"))
          return false
        }
        replies.append(reply)
      }
      return true
    } catch {
      stop(error.isLength ? .answeredTooMuch(bytes: limits.replyBytes) : .brokeProtocol(error.description))
      return false
    }
  }

  private func send(_ outgoing: inout ArraySlice<UInt8>) {
    let count = unsafe outgoing.withUnsafeBytes { unsafe write(process.toProgram, $0.baseAddress, $0.count) }
    if count > 0 { outgoing = outgoing.dropFirst(count) }
    // The other end is closed: no use in waiting to write; what became of the program shows when its replies are read.
    if count < 0 && errno != EAGAIN && errno != EINTR { outgoing = [] }
  }

  /// So many replies of the full size may come in one exchange.
  private static let mostFullReplies = 4

  /// A moment on the clock and in the program's processor time, in seconds.
  private struct Progress {
    let moment: ContinuousClock.Instant
    let processor: Double

    init(_ moment: ContinuousClock.Instant, _ processor: Double) {
      self.moment = moment
      self.processor = processor
    }
  }

  /// A program that works for less than this part of the time waits for something.
  private static let leastEffort = 0.05

  /// Whether a check has taken too long, in processor time or on the clock, since it began or since the last whole answer.
  ///
  /// Bytes that are no whole answer yet are no progress: a trickle would never end. The clock counts against programs that do not work, so
  /// that a busy machine changes no grade, and against all others when it has run for very long.
  private func exceeded(since progress: Progress, _ start: Progress) -> Ending? {
    let now = ContinuousClock.now
    let waited = (now - progress.moment) / .seconds(1)
    let all = (now - start.moment) / .seconds(1)
    if all > limits.wallSeconds * Self.mostWaits { return .neverAnswered(seconds: limits.wallSeconds * Self.mostWaits) }
    // Processor time cannot run faster than the clock, but on several threads; asking costs little and is seldom needed.
    guard waited > 0.2 else { return nil }
    let used = processorSeconds
    if let used, used - start.processor > limits.checkSeconds {
      return .usedTooMuchTime(seconds: limits.checkSeconds)
    }
    guard waited > limits.wallSeconds else { return nil }
    return (used ?? 0) - progress.processor < waited * Self.leastEffort
      ? .neverAnswered(seconds: limits.wallSeconds) : nil
  }

  /// A check may take so many times as long as a program may wait.
  private static let mostWaits = 6.0

  private var hasUnaskedBytes: Bool {
    var entry = pollfd(fd: process.fromProgram, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&entry, 1, 0) > 0, entry.revents & Int16(POLLIN) != 0 else { return false }
    return true
  }

  /// Why a program closed its replies although it had questions left.
  private func naturalEnding() throws(SandboxError) -> Ending {
    let termination = try finish()
    if process.struckLimit == .memory { return .outOfMemory }
    if process.struckLimit == .cpu { return .usedTooMuchTime(seconds: limits.totalSeconds) }
    if process.outputWasCut { return .printedTooMuch(bytes: limits.outputBytes) }
    return switch termination {
    case .exited(let code): .exited(code: Int(code))
    case .signalled(let signal): .died(signal: Int(signal), addresses: [])
    }
  }

  /// Waits a moment for the program's end and kills it if it lingers.
  private func finish() throws(SandboxError) -> Termination {
    process.closeToProgram()
    let deadline = ContinuousClock.now + .seconds(2)
    // Output makes `advance` return early: only the deadline counts, or else it would depend on chance how the program ended.
    while try !process.advance(within: max(.zero, deadline - .now)) {
      guard ContinuousClock.now < deadline else {
        process.kill()
        break
      }
    }
    return try process.wait()
  }

  @discardableResult
  private func stop(_ reason: Ending) -> Ending {
    if ending == nil { ending = reason }
    process.kill()
    _ = try? process.wait()
    return ending ?? reason
  }
}
