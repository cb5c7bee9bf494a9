internal import Course
internal import Markdown

/// Turns running text into spans.
struct InlineText {
  private var face: Face
  private var spans: [Span] = []

  /// The spans of running text that has a look of its own already.
  static func spans(_ content: [Inline], _ face: Face = .plain) -> [Span] {
    var text = InlineText(face: face)
    for inline in content { text.append(inline) }
    return text.spans
  }

  private init(face: Face) {
    self.face = face
  }

  /// The longest formula that is kept on one line.
  private static let unbroken = 24

  private mutating func append(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): spans.append(Span(text, face))
    case .softBreak: spans.append(Span(" ", face))
    case .lineBreak: spans.append(.lineEnd)
    case .code(let code): add(code) { $0.colour = .cyan }
    case .html: break
    case .math(let tex, _):
      let text = MathText.line(tex).map { $0.count <= Self.unbroken ? $0.replacing(" ", with: "\u{A0}") : $0 }
      add(text ?? "$\(tex)$") { $0.colour = .magenta }
    case .emphasis(let content): with(content) { $0.isItalic = true }
    case .strong(let content): with(content) { $0.isBold = true }
    case .link(let destination, _, let content):
      with(content) { $0.isUnderlined = true }
      if let target = Self.target(destination, text: content.plainText) { spans.append(Span(" (\(target))", .dim)) }
    case .image(_, _, let content):
      spans.append(Span("[picture: ", .dim))
      with(content) { $0.isItalic = true }
      spans.append(Span("]", .dim))
    }
  }

  private mutating func add(_ text: String, _ change: (inout Face) -> Void) {
    var other = face
    change(&other)
    spans.append(Span(text, other))
  }

  private mutating func with(_ content: [Inline], _ change: (inout Face) -> Void) {
    let outer = face
    change(&face)
    for inline in content { append(inline) }
    face = outer
  }

  /// Where a link leads, as somebody at a terminal would go there; nil where its words say it all.
  private static func target(_ destination: String, text: String) -> String? {
    switch CourseReference(destination) {
    case .exercise(let id, _)?: "exercise:\(id)"
    case .lesson(let id, let section)?: "lesson:\(id)\(section.map { "#" + $0 } ?? "")"
    case .section?, .malformed?: nil
    case nil: destination == text || destination == "mailto:\(text)" || destination.isEmpty ? nil : destination
    }
  }
}
