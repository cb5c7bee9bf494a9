internal import Files
internal import Glibc
internal import Synchronization
internal import Terminal

/// Where a command writes to, and how.
struct Console {
  /// The style of standard output.
  let style: TerminalStyle
  /// The style of standard error.
  let errorStyle: TerminalStyle

  /// Whether there is nothing but words in lines, as a screen reader wants it.
  let isPlain: Bool

  /// The console of this process: colours on a terminal, unless NO_COLOR is set, the terminal is dumb or `isPlain` asks for none.
  static func standard(isPlain: Bool = false) -> Console {
    let isPlain = isPlain || Files.environment("GRADUS_PLAIN").map { $0 != "0" } ?? false
    return Console(
      style: style(STDOUT_FILENO, isPlain), errorStyle: style(STDERR_FILENO, isPlain), isPlain: isPlain)
  }

  /// Whether standard output is a terminal that can be drawn on.
  var isFullScreen: Bool {
    !isPlain && isatty(STDOUT_FILENO) == 1 && isatty(STDIN_FILENO) == 1 && Files.environment("TERM") != "dumb"
  }

  /// The style of a text for reading: as wide as COLUMNS or the terminal says, from 60 to 100 columns, and 80 elsewhere.
  var readingStyle: TerminalStyle {
    let given = Files.environment("COLUMNS").flatMap { Int($0) }
    let width = given ?? (isatty(STDOUT_FILENO) == 1 ? style.width : 80)
    return TerminalStyle(usesColour: style.usesColour, width: min(max(width, 60), 100))
  }

  /// Writes to standard output.
  func write(_ text: String) { Self.write(text, to: STDOUT_FILENO) }

  /// Writes bytes to standard output.
  func write(_ bytes: [UInt8]) { Self.write(bytes, to: STDOUT_FILENO) }

  /// Writes a line to standard error.
  func note(_ text: String) { Self.write(text + "\n", to: STDERR_FILENO) }

  /// Writes an error to standard error.
  func fail(_ text: String) {
    note(errorStyle.paint("gradus:", .bad) + " " + TerminalText.safe(text))
  }

  private static func style(_ descriptor: Int32, _ isPlain: Bool) -> TerminalStyle {
    guard isatty(descriptor) == 1 else { return .plain }
    var size = winsize()
    let known = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let wantsColour = !isPlain && Files.environment("NO_COLOR") == nil && Files.environment("TERM") != "dumb"
    return TerminalStyle(usesColour: wantsColour, width: known ? min(Int(size.ws_col), 120) : 100)
  }

  fileprivate static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      guard count > 0 else {
        // Who listens no more, such as `head`, misses nothing.
        if descriptor == STDOUT_FILENO && errno != EPIPE && errno != EBADF {
          lostOutput.store(errno, ordering: .relaxed)
        }
        return
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Why a part of the output is lost; nil where none is.
  static var lossOfOutput: String? {
    let reason = lostOutput.load(ordering: .relaxed)
    return reason == 0 ? nil : unsafe String(cString: strerror(reason))
  }
}

/// The system's number for why something could not be written to standard output; 0 where everything was.
private let lostOutput = Atomic<Int32>(0)

extension Console {
  /// Says how far long work is, on a terminal alone, on a line that the next one overwrites.
  func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1, !isPlain else { return }
    Self.write("\r\u{1B}[K\(text)\r", to: STDERR_FILENO)
  }
}
