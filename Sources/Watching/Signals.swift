internal import CWatching
internal import Glibc

/// Signals as something to be polled for.
package struct Signals: Sendable {
  /// What a signal asks for.
  package enum Wish: Hashable, Sendable {
    /// To look at the terminal's size again.
    case resize
    /// To end, by this signal.
    case end(Int32)
  }

  /// Becomes readable when a signal has come.
  package let descriptor: Int32

  /// Catches the signals that end programs, and the one for another size of the terminal.
  package init() throws(WatchingError) {
    descriptor = cwatching_catch_signals()
    guard descriptor >= 0 else { throw WatchingError("catching signals") }
  }

  /// What has been asked for since the last time.
  package func wishes() -> [Wish] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    return bytes[..<count].map { Int32($0) == SIGWINCH ? .resize : .end(Int32($0)) }
  }

  /// Ends this process by a signal, so that whoever started it sees what ended it.
  package static func die(of signal: Int32) { cwatching_die_of(signal) }

  /// Waits until one of the descriptors can be read, at most this long; negative ones are passed over.
  ///
  /// - Returns: which of them can.
  package static func wait(for descriptors: [Int32], milliseconds: Int32) -> [Bool] {
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let ready = unsafe poll(&entries, UInt(entries.count), milliseconds)
    return entries.map { ready > 0 && $0.revents != 0 }
  }
}
