/// How a stretch of text looks on a terminal that can show it.
struct Face: Hashable, Sendable {
  enum Colour: Int, Sendable {
    case red = 31
    case green, yellow, blue, magenta, cyan
  }

  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var isDim = false
  var colour: Colour?

  static let plain = Face()
  static let bold = Face(isBold: true)
  static let dim = Face(isDim: true)
  static let code = Face(colour: .cyan)

  static func coloured(_ colour: Colour, isBold: Bool = false) -> Face { Face(isBold: isBold, colour: colour) }

  /// The escape sequence that turns this look on; empty for plain text.
  fileprivate var escape: String {
    var codes: [Int] = []
    if isBold { codes.append(1) }
    if isDim { codes.append(2) }
    if isItalic { codes.append(3) }
    if isUnderlined { codes.append(4) }
    if let colour { codes.append(colour.rawValue) }
    return codes.isEmpty ? "" : "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m"
  }
}

/// A stretch of text of one look, which holds nothing that could steer a terminal.
struct Span: Hashable, Sendable {
  private(set) var text: String
  var face: Face
  /// Whether the line ends here.
  private(set) var isLineEnd = false

  /// What ends a line in the midst of a text.
  static let lineEnd: Span = {
    var span = Span("")
    span.isLineEnd = true
    return span
  }()

  /// Makes a span; line ends become spaces, and control characters are written out.
  init(_ text: String, _ face: Face = .plain) {
    self.text = TerminalText.cell(text)
    self.face = face
  }

  var width: Int { TextWidth.columns(text) }

  fileprivate mutating func append(_ other: Span) { text += other.text }
}

/// A line of a page.
struct Line: Hashable, Sendable {
  private(set) var spans: [Span] = []

  init(_ spans: [Span] = []) {
    for span in spans { append(span) }
  }

  init(_ text: String, _ face: Face = .plain) {
    self.init([Span(text, face)])
  }

  var width: Int { spans.reduce(0) { $0 + $1.width } }

  /// Adds a span, or adds its text to the last one of the same look.
  mutating func append(_ span: Span) {
    if span.text.isEmpty { return }
    if let last = spans.last, last.face == span.face {
      spans[spans.count - 1].append(span)
    } else {
      spans.append(span)
    }
  }

  /// The line behind others of its kind: a margin, a bar, a bullet.
  func behind(_ prefix: [Span]) -> Line {
    var line = Line(prefix)
    for span in spans { line.append(span) }
    return line
  }

  /// The line with spaces that bring it to a width.
  func padded(to width: Int, _ alignment: Alignment = .left) -> Line {
    let free = max(0, width - self.width)
    let before =
      switch alignment {
      case .left: 0
      case .centre: free / 2
      case .right: free
      }
    var line = behind([Span(String(repeating: " ", count: before))])
    line.append(Span(String(repeating: " ", count: free - before)))
    return line
  }

  enum Alignment {
    case left, centre, right
  }

  /// The line as it is written, with escape sequences if wanted; spaces at its end are dropped.
  func text(usesColour: Bool) -> String {
    var result = ""
    var spaces = ""
    for span in spans {
      let end = span.text.lastIndex { $0 != " " }.map(span.text.index(after:)) ?? span.text.startIndex
      let (visible, rest) = (span.text[..<end], span.text[end...])
      if visible.isEmpty {
        spaces += rest
        continue
      }
      let text = visible.replacing("\u{A0}", with: " ")
      let escape = usesColour ? span.face.escape : ""
      result += spaces + (escape.isEmpty ? text : escape + text + "\u{1B}[0m")
      spaces = String(rest)
    }
    return result
  }
}

/// Fills lines with words.
enum LineFilling {
  /// A stretch between two places at which a line may end.
  private struct Word {
    var spans: [Span] = []
    var width = 0
  }

  /// The text in lines of a width; a word that is wider than a line is broken within.
  ///
  /// The span ``Span/lineEnd`` ends a line.
  static func fill(_ spans: [Span], width: Int) -> [Line] {
    var lines: [Line] = []
    var line = Line()
    var room = max(1, width)
    for piece in pieces(spans) {
      guard let word = piece.word else {
        lines.append(line)
        (line, room) = (Line(), max(1, width))
        continue
      }
      let gap = line.spans.isEmpty ? nil : piece.gap
      if word.width + (gap == nil ? 0 : 1) <= room {
        if let gap { line.append(gap) }
        for span in word.spans { line.append(span) }
        room -= word.width + (gap == nil ? 0 : 1)
        continue
      }
      if !line.spans.isEmpty { lines.append(line) }
      let parts = broken(word, width: max(1, width))
      lines += parts.dropLast()
      line = parts.last ?? Line()
      room = max(1, width) - line.width
    }
    if !line.spans.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The widest word, which a line must hold to be broken at spaces alone.
  static func widestWord(_ spans: [Span]) -> Int { pieces(spans).compactMap(\.word?.width).max() ?? 0 }

  private static func pieces(_ spans: [Span]) -> [(word: Word?, gap: Span?)] {
    var pieces: [(word: Word?, gap: Span?)] = []
    var word = Word()
    var gap: Span?
    func flush() {
      if !word.spans.isEmpty { pieces.append((word, gap)) }
      word = Word()
    }
    for span in spans {
      if span.isLineEnd {
        flush()
        pieces.append((nil, nil))
        gap = nil
        continue
      }
      var isFirst = true
      for part in span.text.split(separator: " ", omittingEmptySubsequences: false) {
        if !isFirst {
          flush()
          gap = Span(" ", span.face)
        }
        isFirst = false
        guard !part.isEmpty else { continue }
        let piece = Span(String(part), span.face)
        word.spans.append(piece)
        word.width += piece.width
      }
    }
    flush()
    return pieces
  }

  private static func broken(_ word: Word, width: Int) -> [Line] {
    guard word.width > width else { return [Line(word.spans)] }
    var lines: [Line] = []
    var line = Line()
    var used = 0
    for span in word.spans {
      for character in span.text {
        let columns = TextWidth.columns(character)
        if used + columns > width && used > 0 {
          lines.append(line)
          (line, used) = (Line(), 0)
        }
        line.append(Span(String(character), span.face))
        used += columns
      }
    }
    return lines + [line]
  }
}
