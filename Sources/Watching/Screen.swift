internal import CWatching
internal import Glibc

/// The whole of a terminal to draw on, which gets its old state back whatever ends the program, SIGKILL included.
package final class Screen {
  private let terminal: Int32
  /// The size in characters.
  package private(set) var size: (columns: Int, rows: Int)

  /// Takes the terminal that standard input and output belong to.
  package init() throws(WatchingError) {
    terminal = STDOUT_FILENO
    size = Self.size(of: terminal)
    guard cwatching_enter_screen(terminal) == 0 else { throw WatchingError("drawing on the terminal") }
  }

  deinit { leave() }

  /// Gives the terminal back.
  package func leave() { cwatching_leave_screen() }

  /// Takes notice of another size.
  package func measure() { size = Self.size(of: terminal) }

  /// Shows these lines and nothing else, in one go; what is too long or too much is cut.
  package func show(_ lines: [String]) {
    // Terminals that know it show what lies between the first and the last sequence at once.
    var text = "\u{1B}[?2026h\u{1B}[H"
    for (row, line) in lines.prefix(size.rows).enumerated() {
      // The line is erased first: behind a full line, that would take its last character.
      text += (row == 0 ? "" : "\r\n") + "\u{1B}[K" + Self.cut(line, to: size.columns) + "\u{1B}[0m"
    }
    if lines.count < size.rows { text += "\r\n\u{1B}[J" }
    text += "\u{1B}[?2026l"
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(terminal, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The keys that were pressed since the last time; nil when the terminal has gone.
  package func keys() -> [Key]? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return [] }
    return count > 0 ? Key.keys(in: Array(bytes[..<count])) : nil
  }

  /// The line up to a width, colour sequences not counted.
  package static func cut(_ line: String, to width: Int) -> String {
    var result = ""
    var room = width
    var isSequence = false
    for character in line {
      if isSequence {
        result.append(character)
        if character.isLetter { isSequence = false }
      } else if character == "\u{1B}" {
        result.append(character)
        isSequence = true
      } else if room > 0 {
        result.append(character == "\t" ? " " : character)
        room -= 1
      }
    }
    return result
  }

  /// The line in pieces of at most a width, colour sequences not counted.
  package static func fold(_ line: String, to width: Int) -> [String] {
    var pieces = [""]
    var room = width
    var isSequence = false
    for character in line {
      if isSequence || character == "\u{1B}" {
        isSequence = !(isSequence && character.isLetter)
      } else {
        if room == 0 {
          pieces.append("")
          room = width
        }
        room -= 1
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  private static func size(of terminal: Int32) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard unsafe ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
