extension Inline {
  /// The words of the inline without marks: code and TeX as they stand, an image by its description, HTML left out.
  package var plainText: String {
    switch kind {
    case .text(let text), .code(let text), .math(let text, _): text
    case .softBreak: " "
    case .lineBreak: "\n"
    case .html: ""
    case .emphasis, .strong, .link, .image: children.plainText
    }
  }
}

extension [Inline] {
  /// The words of all the inlines, joined.
  package var plainText: String { map(\.plainText).joined() }
}

extension Block {
  /// The words of the block without marks, inner blocks on lines of their own; HTML and rules are left out.
  package var plainText: String {
    switch kind {
    case .paragraph(let content), .heading(_, let content): content.plainText
    case .code(_, let text): text
    case .math(let tex): tex
    case .blockQuote, .list: children.plainText
    case .callout, .question: [inlines.plainText, children.plainText].filter { !$0.isEmpty }.joined(separator: "\n")
    case .table(let table):
      table.allRows.map { $0.cells.map(\.plainText).joined(separator: " ") }.joined(separator: "\n")
    case .figure(let figure):
      [figure.alternative.plainText, figure.caption.plainText].filter { !$0.isEmpty }.joined(separator: "\n")
    case .html, .thematicBreak: ""
    }
  }
}

extension Sequence where Element == Block {
  /// The words of all the blocks, each on lines of its own.
  package var plainText: String { map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n") }
}
