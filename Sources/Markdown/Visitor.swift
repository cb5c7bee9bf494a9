/// A computation over a document that handles every kind of node: a renderer, for example.
///
/// A conforming type says what becomes of each kind of block and inline, and calls `visit` on what a node holds. Trees
/// are at most `Document.deepestNesting` levels deep, so recursion is safe.
package protocol Visitor<Result> {
  /// What visiting a node gives.
  associatedtype Result

  mutating func visitParagraph(_ content: [Inline], lines: ClosedRange<Int>) -> Result
  mutating func visitHeading(level: Int, _ content: [Inline], lines: ClosedRange<Int>) -> Result
  mutating func visitBlockQuote(_ blocks: [Block], lines: ClosedRange<Int>) -> Result
  mutating func visitCallout(_ callout: Callout, lines: ClosedRange<Int>) -> Result
  mutating func visitQuestion(_ question: Question, lines: ClosedRange<Int>) -> Result
  mutating func visitTable(_ table: Table, lines: ClosedRange<Int>) -> Result
  mutating func visitFigure(_ figure: Figure, lines: ClosedRange<Int>) -> Result
  mutating func visitList(_ list: List, lines: ClosedRange<Int>) -> Result
  mutating func visitCodeBlock(info: String, text: String, lines: ClosedRange<Int>) -> Result
  mutating func visitHTMLBlock(_ html: String, lines: ClosedRange<Int>) -> Result
  mutating func visitMathBlock(_ tex: String, lines: ClosedRange<Int>) -> Result
  mutating func visitThematicBreak(lines: ClosedRange<Int>) -> Result

  mutating func visitText(_ text: String) -> Result
  mutating func visitSoftBreak() -> Result
  mutating func visitLineBreak() -> Result
  mutating func visitCode(_ code: String) -> Result
  mutating func visitHTML(_ html: String) -> Result
  mutating func visitMath(_ tex: String, isDisplay: Bool) -> Result
  mutating func visitEmphasis(_ content: [Inline]) -> Result
  mutating func visitStrong(_ content: [Inline]) -> Result
  mutating func visitLink(destination: String, title: String, _ content: [Inline], lines: ClosedRange<Int>) -> Result
  mutating func visitImage(source: String, title: String, _ content: [Inline], lines: ClosedRange<Int>) -> Result
}

extension Visitor {
  /// Visits a block by its kind.
  package mutating func visit(_ block: Block) -> Result {
    let lines = block.lines
    return switch block.kind {
    case .paragraph(let content): visitParagraph(content, lines: lines)
    case .heading(let level, let content): visitHeading(level: level, content, lines: lines)
    case .blockQuote(let blocks): visitBlockQuote(blocks, lines: lines)
    case .callout(let callout): visitCallout(callout, lines: lines)
    case .question(let question): visitQuestion(question, lines: lines)
    case .table(let table): visitTable(table, lines: lines)
    case .figure(let figure): visitFigure(figure, lines: lines)
    case .list(let list): visitList(list, lines: lines)
    case .code(let info, let text): visitCodeBlock(info: info, text: text, lines: lines)
    case .html(let html): visitHTMLBlock(html, lines: lines)
    case .math(let tex): visitMathBlock(tex, lines: lines)
    case .thematicBreak: visitThematicBreak(lines: lines)
    }
  }

  /// Visits an inline by its kind.
  package mutating func visit(_ inline: Inline) -> Result {
    switch inline.kind {
    case .text(let text): visitText(text)
    case .softBreak: visitSoftBreak()
    case .lineBreak: visitLineBreak()
    case .code(let code): visitCode(code)
    case .html(let html): visitHTML(html)
    case .math(let tex, let isDisplay): visitMath(tex, isDisplay: isDisplay)
    case .emphasis(let content): visitEmphasis(content)
    case .strong(let content): visitStrong(content)
    case .link(let destination, let title, let content):
      visitLink(destination: destination, title: title, content, lines: inline.lines)
    case .image(let source, let title, let content):
      visitImage(source: source, title: title, content, lines: inline.lines)
    }
  }
}
