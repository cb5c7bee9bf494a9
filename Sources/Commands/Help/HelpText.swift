internal import Terminal

/// A topic as it is read on a terminal.
struct HelpText {
  let style: TerminalStyle

  /// The page of a topic, ending in a line feed.
  func page(_ topic: HelpTopic) -> String {
    let head = style.paint("gradus help \(topic.name)", .heading) + ": \(topic.title)"
    return ([head] + topic.pieces.map(text)).joined(separator: "\n\n") + "\n"
  }

  private func text(_ piece: HelpTopic.Piece) -> String {
    switch piece {
    case .paragraph(let text): return style.wrap(text, indent: 0)
    case .example(let text): return text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    case .terms(let terms):
      let width = min(24, terms.map(\.term.count).max() ?? 0)
      return terms.map { term in
        let meaning = style.wrap(term.meaning, indent: width + 4).drop { $0 == " " }
        let gap = term.term.count > width ? "\n" + String(repeating: " ", count: width + 4) : ""
        return "  \(term.term.padded(to: width))\(gap.isEmpty ? "  " : gap)\(meaning)"
      }.joined(separator: "\n")
    }
  }
}
