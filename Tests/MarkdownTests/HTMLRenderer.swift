import Markdown

/// Renders a document as the CommonMark specification's examples do, to show that the tree holds all of it.
struct HTMLRenderer: Visitor {
  /// Whether paragraphs are printed without tags, as in a tight list.
  private var isTight = false

  static func render(_ document: Document) -> String {
    var renderer = HTMLRenderer()
    return document.blocks.map { renderer.visit($0) }.joined()
  }

  private mutating func blocks(_ blocks: [Block], tight: Bool = false) -> String {
    let outer = isTight
    isTight = tight
    defer { isTight = outer }
    return blocks.map { visit($0) }.joined()
  }

  private mutating func inlines(_ content: [Inline]) -> String { content.map { visit($0) }.joined() }

  mutating func visitParagraph(_ content: [Inline], lines: ClosedRange<Int>) -> String {
    isTight ? inlines(content) + "\n" : "<p>\(inlines(content))</p>\n"
  }

  mutating func visitHeading(level: Int, _ content: [Inline], lines: ClosedRange<Int>) -> String {
    "<h\(level)>\(inlines(content))</h\(level)>\n"
  }

  mutating func visitBlockQuote(_ content: [Block], lines: ClosedRange<Int>) -> String {
    "<blockquote>\n\(blocks(content))</blockquote>\n"
  }

  mutating func visitList(_ list: List, lines: ClosedRange<Int>) -> String {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let items = list.items.map { item in
      var inner = blocks(item.blocks, tight: list.isTight)
      let endsInParagraph = if case .paragraph? = item.blocks.last?.kind { true } else { false }
      if list.isTight && endsInParagraph { inner.removeLast() }
      let startsInParagraph = if case .paragraph? = item.blocks.first?.kind { true } else { false }
      let lead = item.blocks.isEmpty || (list.isTight && startsInParagraph) ? "" : "\n"
      return "<li>\(lead)\(inner)</li>\n"
    }
    return "<\(tag)\(start)>\n\(items.joined())</\(tag)>\n"
  }

  func visitCodeBlock(info: String, text: String, lines: ClosedRange<Int>) -> String {
    let language = info.split(whereSeparator: \.isWhitespace).first.map { " class=\"language-\(escape(String($0)))\"" }
    return "<pre><code\(language ?? "")>\(escape(text))</code></pre>\n"
  }

  mutating func visitCallout(_ callout: Callout, lines: ClosedRange<Int>) -> String {
    "<aside class=\"\(callout.kind.rawValue)\">\n<h6>\(inlines(callout.title))</h6>\n\(blocks(callout.blocks))</aside>\n"
  }

  mutating func visitQuestion(_ question: Question, lines: ClosedRange<Int>) -> String {
    "<aside class=\"question\">\n\(inlines(question.title))\(blocks(question.blocks))"
      + "<details>\n\(blocks(question.answer ?? []))</details>\n</aside>\n"
  }

  mutating func visitTable(_ table: Table, lines: ClosedRange<Int>) -> String {
    func row(_ row: Table.Row, _ tag: String) -> String {
      let cells = zip(table.alignments, row.cells).map { alignment, cell in
        let align = alignment.map { " align=\"\($0 == .centre ? "center" : "\($0)")\"" } ?? ""
        return "<\(tag)\(align)>\(inlines(cell))</\(tag)>\n"
      }
      return "<tr>\n\(cells.joined())</tr>\n"
    }
    let body = table.rows.map { row($0, "td") }.joined()
    return "<table>\n<thead>\n\(row(table.header, "th"))</thead>\n"
      + (body.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n"
  }

  func visitFigure(_ figure: Figure, lines: ClosedRange<Int>) -> String {
    "<p>\(visitImage(source: figure.source, title: figure.title, figure.alternative, lines: lines))</p>\n"
  }

  func visitHTMLBlock(_ html: String, lines: ClosedRange<Int>) -> String { html }
  func visitMathBlock(_ tex: String, lines: ClosedRange<Int>) -> String { "<math>\(escape(tex))</math>\n" }
  func visitThematicBreak(lines: ClosedRange<Int>) -> String { "<hr />\n" }
  func visitText(_ text: String) -> String { escape(text) }
  func visitSoftBreak() -> String { "\n" }
  func visitLineBreak() -> String { "<br />\n" }
  func visitCode(_ code: String) -> String { "<code>\(escape(code))</code>" }
  func visitHTML(_ html: String) -> String { html }
  func visitMath(_ tex: String, isDisplay: Bool) -> String { "<math>\(escape(tex))</math>" }
  mutating func visitEmphasis(_ content: [Inline]) -> String { "<em>\(inlines(content))</em>" }
  mutating func visitStrong(_ content: [Inline]) -> String { "<strong>\(inlines(content))</strong>" }

  mutating func visitLink(
    destination: String, title: String, _ content: [Inline], lines: ClosedRange<Int>
  ) -> String {
    "<a href=\"\(url(destination))\"\(attribute(title))>\(inlines(content))</a>"
  }

  func visitImage(source: String, title: String, _ content: [Inline], lines: ClosedRange<Int>) -> String {
    "<img src=\"\(url(source))\" alt=\"\(escape(content.plainText))\"\(attribute(title)) />"
  }

  private func attribute(_ title: String) -> String { title.isEmpty ? "" : " title=\"\(escape(title))\"" }

  private func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Escapes what may not stand in an address.
  private func url(_ address: String) -> String {
    let plain = Set("-_.+!*(),%#@?=;:/,$~".utf8)
    return address.utf8.map { byte in
      if byte == UInt8(ascii: "&") { return "&amp;" }
      if byte == UInt8(ascii: "'") { return "&#x27;" }
      let isAlphanumeric = byte < 0x80 && Unicode.Scalar(byte).properties.isAlphabetic || (0x30...0x39).contains(byte)
      if isAlphanumeric || plain.contains(byte) { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
