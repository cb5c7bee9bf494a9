/// Recognises what courses write in CommonMark's own forms: callouts, questions, figures, formulas on display.
enum CourseMarks {
  /// What a paragraph of this content is.
  static func kind(ofParagraph content: [Inline], lines: ClosedRange<Int>) -> Block.Kind {
    guard content.count == 1 else { return .paragraph(content) }
    switch content[0].kind {
    case .math(let tex, isDisplay: true): return .math(tex)
    case .image(let source, let title, let alternative):
      let caption = caption(title, line: lines.lowerBound)
      return .figure(Figure(source: source, alternative: alternative, title: title, caption: caption))
    default: return .paragraph(content)
    }
  }

  /// Adds a block quote to the blocks before it, as a callout, a question or an answer where it is one.
  static func add(_ quoted: [Block], lines: ClosedRange<Int>, to blocks: inout [Block]) {
    guard let mark = CalloutMark(quoted) else {
      blocks.append(Block(.blockQuote(quoted), lines: lines))
      return
    }
    if let kind = Callout.Kind(rawValue: mark.word) {
      blocks.append(Block(.callout(Callout(kind: kind, title: mark.title, blocks: mark.blocks)), lines: lines))
    } else if mark.word == "question" {
      blocks.append(Block(.question(Question(title: mark.title, blocks: mark.blocks, answer: nil)), lines: lines))
    } else if mark.word == "answer", mark.title.isEmpty, let last = blocks.last,
      case .question(var question) = last.kind, question.answer == nil
    {
      question.answer = mark.blocks
      blocks[blocks.count - 1] = Block(.question(question), lines: last.lines.lowerBound...lines.upperBound)
    } else {
      blocks.append(Block(.blockQuote(quoted), lines: lines))
    }
  }

  /// A title read as running text; as plain text where it is more than one paragraph.
  private static func caption(_ title: String, line: Int) -> [Inline] {
    guard !title.isEmpty else { return [] }
    let source = SourceLines(bytes: Array(title.utf8), firstLine: 1)
    if let (blocks, _) = try? CMarkConverter.read(source), blocks.count == 1,
      case .paragraph(let content) = blocks[0].kind
    {
      return content.map { $0.onLine(line) }
    }
    return [Inline(.text(title), lines: line...line)]
  }
}

/// The mark `[!word] Title` at the head of a block quote.
package struct CalloutMark: Hashable, Sendable {
  /// The word of the mark.
  package let word: String
  /// What stands behind the mark on its line.
  package let title: [Inline]
  /// What follows below.
  package let blocks: [Block]

  /// Reads the mark of a block quote that holds `blocks`; nil where it has none.
  package init?(_ blocks: [Block]) {
    guard let first = blocks.first, case .paragraph(let content) = first.kind, let head = content.first,
      case .text(let text) = head.kind, text.hasPrefix("[!"), let end = text.firstIndex(of: "]")
    else { return nil }
    word = String(text[..<end].dropFirst(2))
    guard !word.isEmpty, word.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    let isBreak = { (inline: Inline) in inline.kind == .softBreak || inline.kind == .lineBreak }
    let lineEnd = content.firstIndex(where: isBreak) ?? content.endIndex
    let words = text[end...].dropFirst().drop { $0 == " " }
    title =
      (words.isEmpty ? [] : [Inline(.text(String(words)), lines: head.lines)]) + content[1..<max(1, lineEnd)]
    let rest = Array(content[lineEnd...].dropFirst())
    guard let second = rest.first else {
      self.blocks = Array(blocks.dropFirst())
      return
    }
    let lines = min(second.lines.lowerBound, first.lines.upperBound)...first.lines.upperBound
    self.blocks = [Block(CourseMarks.kind(ofParagraph: rest, lines: lines), lines: lines)] + blocks.dropFirst()
  }
}

extension Inline {
  /// The inline with all that it holds moved to a line.
  fileprivate func onLine(_ line: Int) -> Inline {
    let moved: Kind =
      switch kind {
      case .emphasis(let content): .emphasis(content.map { $0.onLine(line) })
      case .strong(let content): .strong(content.map { $0.onLine(line) })
      case .link(let destination, let title, let content):
        .link(destination: destination, title: title, content.map { $0.onLine(line) })
      case .image(let source, let title, let content):
        .image(source: source, title: title, content.map { $0.onLine(line) })
      default: kind
      }
    return Inline(moved, lines: line...line)
  }
}
