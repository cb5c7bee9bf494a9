internal import Markdown

extension DocumentRenderer {
  mutating func visitList(_ list: List, lines: ClosedRange<Int>) {
    let tag = list.start == nil ? "ul" : "ol"
    out.html("<\(tag)")
    if let start = list.start, start != 1 { out.html(" start=\"\(start)\"") }
    out.html(">\n")
    for item in list.items {
      let startsInParagraph = if case .paragraph? = item.blocks.first?.kind { true } else { false }
      out.html(item.blocks.isEmpty || (list.isTight && startsInParagraph) ? "<li>" : "<li>\n")
      for (index, block) in item.blocks.enumerated() {
        if list.isTight, case .paragraph(let content) = block.kind {
          // The last paragraph of a tight item ends without a line end.
          inlines(content)
          if index + 1 < item.blocks.count { out.html("\n") }
        } else {
          visit(block)
        }
      }
      out.html("</li>\n")
    }
    out.html("</\(tag)>\n")
  }

  mutating func visitTable(_ table: Table, lines: ClosedRange<Int>) {
    let isOnPage = links != nil
    if isOnPage { out.html("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n") }
    out.html("<table>\n<thead>\n")
    row(table.header, "th", table.alignments)
    out.html("</thead>\n")
    if !table.rows.isEmpty {
      out.html("<tbody>\n")
      for row in table.rows { self.row(row, "td", table.alignments) }
      out.html("</tbody>\n")
    }
    out.html(isOnPage ? "</table>\n</div>\n" : "</table>\n")
  }

  private mutating func row(_ row: Table.Row, _ tag: String, _ alignments: [Table.Alignment?]) {
    out.html("<tr>\n")
    for (alignment, cell) in zip(alignments, row.cells) {
      // An empty cell at the head names no column.
      let tag = tag == "th" && links != nil && cell.isEmpty ? "td" : tag
      out.html("<\(tag)")
      if let alignment {
        let name = alignment == .left ? "left" : alignment == .right ? "right" : "center"
        out.html(links == nil ? " align=\"\(name)\"" : " class=\"\(name)\"")
      }
      out.html(tag == "th" && links != nil ? " scope=\"col\">" : ">")
      inlines(cell)
      out.html("</\(tag)>\n")
    }
    out.html("</tr>\n")
  }

  mutating func visitCallout(_ callout: Callout, lines: ClosedRange<Int>) {
    let name = Self.name(callout.kind)
    out.html("<aside class=\"callout \(callout.kind.rawValue)\" aria-label=\"\(name)\">\n")
    out.html("<p class=\"callout-title\"><span class=\"kind\">\(name)</span>")
    if !callout.title.isEmpty {
      out.html(" ")
      inlines(callout.title)
    }
    out.html("</p>\n")
    blocks(callout.blocks)
    out.html("</aside>\n")
  }

  /// What a kind of callout is called on the page.
  static func name(_ kind: Callout.Kind) -> String {
    switch kind {
    case .convention: "Convention"
    case .erratum: "Erratum"
    case .pitfall: "Pitfall"
    case .example: "Worked example"
    }
  }

  mutating func visitQuestion(_ question: Question, lines: ClosedRange<Int>) {
    out.html("<div class=\"question\" role=\"group\" aria-label=\"Question\">\n")
    out.html("<p class=\"callout-title\"><span class=\"kind\">Question</span>")
    if !question.title.isEmpty {
      out.html(" ")
      inlines(question.title)
    }
    out.html("</p>\n")
    blocks(question.blocks)
    if let answer = question.answer {
      out.html(unfolds ? "<details open>\n<summary>Answer</summary>\n" : "<details>\n<summary>Answer</summary>\n")
      blocks(answer)
      out.html("</details>\n")
    }
    out.html("</div>\n")
  }

  mutating func visitFigure(_ figure: Figure, lines: ClosedRange<Int>) {
    let computed = figure.name.flatMap { figures[$0] }
    guard links != nil || computed != nil else {
      out.html("<p>")
      visitImage(source: figure.source, title: figure.title, figure.alternative, lines: lines)
      out.html("</p>\n")
      return
    }
    out.html("<figure>\n")
    if let computed {
      out.html("<div class=\"computed\" role=\"img\"")
      let words = figure.alternative.plainText
      attribute("aria-label", words.isEmpty ? computed.alternative : words)
      out.html(">\n")
      let name = figure.name ?? ""
      let number = shownFigures[name, default: 0]
      shownFigures[name] = number + 1
      out.html(computed.svg("\(links?.sectionPrefix ?? "")figure-\(name)\(number > 0 ? "-\(number + 1)" : "")"))
      out.html("</div>\n")
    } else {
      visitImage(source: figure.source, title: "", figure.alternative, lines: lines)
      out.html("\n")
    }
    if !figure.caption.isEmpty || computed?.caption.isEmpty == false {
      out.html("<figcaption>")
      inlines(figure.caption.isEmpty ? InlineText.parse(computed?.caption ?? "") : figure.caption)
      out.html("</figcaption>\n")
    }
    out.html("</figure>\n")
  }
}
