package import Course
package import Markdown

/// What a page says of an exercise that it links to.
package struct ExerciseCard: Hashable, Sendable {
  package var title: String
  /// Points, difficulty, time.
  package var facts: String

  /// Makes a card.
  package init(title: String, facts: String) {
    self.title = title
    self.facts = facts
  }
}

/// What a page says of a figure that is computed.
package struct FigureText: Sendable {
  package var title: String
  package var alternative: String
  /// A drawing in characters, as wide as is asked for; empty for none.
  package var sketch: @Sendable (_ columns: Int) -> [String]

  /// Makes a text.
  package init(title: String, alternative: String, sketch: @escaping @Sendable (Int) -> [String] = { _ in [] }) {
    self.title = title
    self.alternative = alternative
    self.sketch = sketch
  }
}

/// Lessons and statements as they are read on a terminal or in a file.
package struct ReadingText {
  /// Its width, and whether looks are shown.
  package let style: TerminalStyle
  let showsAnswers: Bool
  let exercises: (ExerciseID) -> ExerciseCard?
  let figures: (String) -> FigureText?

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - style: its width, and whether looks are shown.
  ///   - showsAnswers: whether the answers of questions are shown.
  ///   - exercises: what to say of an exercise that is linked.
  ///   - figures: what to say of a figure, by its name.
  package init(
    style: TerminalStyle, showsAnswers: Bool, exercises: @escaping (ExerciseID) -> ExerciseCard?,
    figures: @escaping (String) -> FigureText?
  ) {
    self.style = style
    self.showsAnswers = showsAnswers
    self.exercises = exercises
    self.figures = figures
  }

  /// A page: a title, facts and aims below it, and the blocks; it ends in a line feed.
  package func page(title: String, facts: [String], aims: [String], blocks: [Block]) -> String {
    var lines = heading([Span(title, .bold)], level: 1, width: style.width)
    for fact in facts { lines += LineFilling.fill([Span(fact, .dim)], width: style.width) }
    if !aims.isEmpty {
      lines += [Line(), Line("After it you can", .bold)]
      // Aims are written as running text, with marks.
      for aim in aims {
        let content = (try? Document(parsingBody: aim))?.blocks.first?.inlines
        let spans = content.map { InlineText.spans($0) } ?? [Span(aim)]
        let filled = LineFilling.fill(spans, width: style.width - 2)
        lines += filled.enumerated().map { $1.behind([Span($0 == 0 ? "• " : "  ")]) }
      }
    }
    lines += [Line()] + self.lines(blocks, width: style.width)
    return lines.map { $0.text(usesColour: style.usesColour) + "\n" }.joined()
  }

  /// A few blocks without a page around them, indented; it ends in a line feed.
  package func passage(_ blocks: [Block], indent: Int) -> String {
    let margin = [Span(String(repeating: " ", count: indent))]
    let lines = lines(blocks, width: style.width - indent).map { $0.spans.isEmpty ? $0 : $0.behind(margin) }
    return lines.map { $0.text(usesColour: style.usesColour) + "\n" }.joined()
  }

  /// The lines of blocks with empty ones between them.
  func lines(_ blocks: [Block], width: Int, isTight: Bool = false) -> [Line] {
    var lines: [Line] = []
    for block in blocks {
      let own = self.lines(block, width: max(10, width))
      guard !own.isEmpty else { continue }
      if !lines.isEmpty && !isTight { lines.append(Line()) }
      if case .heading(let level, _) = block.kind, level <= 2, !lines.isEmpty { lines.append(Line()) }
      lines += own
    }
    return lines
  }

  private func lines(_ block: Block, width: Int) -> [Line] {
    switch block.kind {
    case .paragraph(let content): LineFilling.fill(InlineText.spans(content), width: width) + cards(content, width)
    case .heading(let level, let content): heading(InlineText.spans(content, .bold), level: level, width: width)
    case .blockQuote(let blocks): barred(lines(blocks, width: width - 2), .dim)
    case .callout(let callout): self.callout(callout, width: width)
    case .question(let question): self.question(question, width: width)
    case .table(let table): TableText(table: table, width: width).lines
    case .figure(let figure): self.figure(figure, width: width)
    case .list(let list): self.list(list, width: width)
    case .code(_, let text): code(text)
    case .html: []
    case .math(let tex): math(tex, width: width)
    case .thematicBreak: [Line(String(repeating: "─", count: width), .dim)]
    }
  }

  private func heading(_ content: [Span], level: Int, width: Int) -> [Line] {
    let lines = LineFilling.fill(content, width: width)
    let rule = level == 1 ? "═" : "─"
    guard level <= 2 else { return lines }
    let length = lines.map(\.width).max() ?? 0
    return lines + [Line(String(repeating: rule, count: length), .dim)]
  }

  private func list(_ list: List, width: Int) -> [Line] {
    var lines: [Line] = []
    let last = (list.start ?? 0) + list.items.count - 1
    for (index, item) in list.items.enumerated() {
      let number = list.start.map { "\($0 + index)." }
      let margin = number == nil ? 2 : String(last).count + 2
      let mark = TextWidth.padded(number ?? "•", to: margin)
      if index > 0 && !list.isTight { lines.append(Line()) }
      let own = self.lines(item.blocks, width: width - margin, isTight: list.isTight)
      lines += (own.isEmpty ? [Line()] : own).enumerated().map { row, line in
        line.behind([Span(row == 0 ? mark : String(repeating: " ", count: margin), row == 0 ? .bold : .plain)])
      }
    }
    return lines
  }

  private func code(_ text: String) -> [Line] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    if rows.last?.isEmpty == true { rows.removeLast() }
    return rows.map { row in
      let expanded = row.replacing("\t", with: "    ")
      return Line("    " + expanded, .code)
    }
  }

  /// A formula of its own; where it has no form in Unicode, or none that fits, its TeX.
  private func math(_ tex: String, width: Int) -> [Line] {
    let indent = [Span("    ")]
    if let lines = MathText.display(tex, width: width - 4) {
      if lines.allSatisfy({ TextWidth.columns($0) <= width - 4 }) {
        return lines.map { Line($0, .coloured(.magenta)).behind(indent) }
      }
      if lines.count == 1 {
        return LineFilling.fill([Span(lines[0], .coloured(.magenta))], width: width - 6).enumerated()
          .map { $1.behind([Span($0 == 0 ? "    " : "      ")]) }
      }
    }
    return tex.split(separator: "\n").flatMap { line in
      LineFilling.fill([Span(String(line), .coloured(.magenta))], width: width - 4).map { $0.behind(indent) }
    }
  }
}
