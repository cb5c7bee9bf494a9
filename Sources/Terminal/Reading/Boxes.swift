internal import Course
internal import Markdown

/// What is set off from the text by a bar or a frame.
extension ReadingText {
  /// Lines behind a bar.
  func barred(_ lines: [Line], _ face: Face) -> [Line] {
    lines.map { $0.behind([Span("┃ ", face)]) }
  }

  /// A callout: its kind and title beside a bar of its colour, and its text below.
  func callout(_ callout: Callout, width: Int) -> [Line] {
    let (label, colour): (String, Face.Colour) =
      switch callout.kind {
      case .convention: ("Convention", .blue)
      case .erratum: ("Erratum", .magenta)
      case .pitfall: ("Pitfall", .red)
      case .example: ("Example", .green)
      }
    var title = [Span(label, .coloured(colour, isBold: true))]
    if !callout.title.isEmpty {
      title.append(Span(": ", .coloured(colour, isBold: true)))
      title += InlineText.spans(callout.title, .bold)
    }
    let lines = LineFilling.fill(title, width: width - 2) + self.lines(callout.blocks, width: width - 2)
    return barred(lines, .coloured(colour))
  }

  /// A question, and its answer or how to see it.
  func question(_ question: Question, width: Int) -> [Line] {
    let face = Face.coloured(.cyan)
    var title = [Span("Question", .coloured(.cyan, isBold: true))]
    if !question.title.isEmpty {
      title.append(Span(": ", .coloured(.cyan, isBold: true)))
      title += InlineText.spans(question.title, .bold)
    }
    var lines = LineFilling.fill(title, width: width - 2) + self.lines(question.blocks, width: width - 2)
    if let answer = question.answer {
      if showsAnswers {
        lines += [Line(), Line("Answer", .coloured(.cyan, isBold: true))] + self.lines(answer, width: width - 2)
      } else {
        lines.append(Line("▸ Answer: --answers shows it", .dim))
      }
    }
    return barred(lines, face)
  }

  /// A figure in words: its title, its caption and what can be seen in it.
  func figure(_ figure: Figure, width: Int) -> [Line] {
    let computed = figure.name.flatMap(figures)
    var lines: [Line] = []
    let title = computed.map { [Span($0.title, .bold)] } ?? InlineText.spans(figure.alternative, .bold)
    lines += LineFilling.fill([Span("Figure: ", .bold)] + title, width: width - 2)
    lines += figure.caption.isEmpty ? [] : LineFilling.fill(InlineText.spans(figure.caption), width: width - 2)
    if let computed {
      let sketch = computed.sketch(width - 2).map { Line($0) }
      if !sketch.isEmpty { lines += [Line()] + sketch + [Line()] }
      lines += LineFilling.fill([Span(computed.alternative, .dim)], width: width - 2)
    }
    return barred(lines, .dim)
  }

  /// The cards of the exercises that a paragraph links to.
  func cards(_ content: [Inline], _ width: Int) -> [Line] {
    var lines: [Line] = []
    content.walkInlines { inline in
      guard case .link(let destination, _, _) = inline.kind,
        case .exercise(let id, _)? = CourseReference(destination), let card = exercises(id)
      else { return }
      lines += self.card(card, id, width)
    }
    return lines.isEmpty ? [] : [Line()] + lines
  }

  private func card(_ card: ExerciseCard, _ id: ExerciseID, _ width: Int) -> [Line] {
    let room = width - 4
    let rows =
      LineFilling.fill([Span("Exercise: ", .coloured(.green, isBold: true)), Span(card.title, .bold)], width: room)
      + LineFilling.fill([Span(card.facts, .dim)], width: room)
      + LineFilling.fill([Span("gradus read exercise:\(id)", .code)], width: room)
    let wide = rows.map(\.width).max() ?? 0
    let rule = String(repeating: "─", count: wide + 2)
    let face = Face.coloured(.green)
    let inner = rows.map { row -> Line in
      var line = row.padded(to: wide).behind([Span("│ ", face)])
      line.append(Span(" │", face))
      return line
    }
    return [Line("╭\(rule)╮", face)] + inner + [Line("╰\(rule)╯", face)]
  }
}
