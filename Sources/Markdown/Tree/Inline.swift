/// A piece of running text, with the lines it came from.
package struct Inline: Hashable, Sendable {
  /// What an inline is and holds.
  package enum Kind: Hashable, Sendable {
    /// Plain text, with escapes and entities resolved.
    case text(String)
    /// A line end in the source that is a space in print.
    case softBreak
    /// A line end that is kept in print.
    case lineBreak
    /// Code between backticks.
    case code(String)
    /// A raw HTML tag.
    case html(String)
    /// A formula, as TeX without the dollar signs; `$$...$$` within a paragraph is on display.
    case math(String, isDisplay: Bool)
    /// Emphasised text.
    case emphasis([Inline])
    /// Strongly emphasised text.
    case strong([Inline])
    /// A link; the title is empty where there is none.
    case link(destination: String, title: String, [Inline])
    /// An image, whose content describes it.
    case image(source: String, title: String, [Inline])
  }

  /// What the inline is and holds.
  package var kind: Kind

  /// The lines of the file it covers, counted from 1.
  package var lines: ClosedRange<Int>

  /// Makes an inline.
  package init(_ kind: Kind, lines: ClosedRange<Int>) {
    self.kind = kind
    self.lines = lines
  }

  /// The inlines directly inside this one.
  package var children: [Inline] {
    switch kind {
    case .emphasis(let content), .strong(let content), .link(_, _, let content), .image(_, _, let content): content
    case .text, .softBreak, .lineBreak, .code, .html, .math: []
    }
  }
}
