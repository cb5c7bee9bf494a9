/// Makes formulas of what a parser gave for hidden ones, and joins neighbouring texts.
struct MathAssembly {
  private let mask: MathMask
  private var result: [Inline] = []
  private var open: (mark: MathMask.Mark, tex: String, line: Int)?

  /// The inlines of one parent with their formulas restored.
  static func assemble(_ inlines: [Inline], mask: MathMask) -> [Inline] {
    var assembly = MathAssembly(mask: mask)
    for inline in inlines { assembly.add(inline) }
    assembly.giveUp(lines: inlines.last?.lines ?? 1...1)
    return assembly.result
  }

  /// The formula that a paragraph consists of, if it is one on display and nothing else.
  static func display(_ content: [Inline]) -> String? {
    guard content.count == 1, case .math(let tex, isDisplay: true) = content[0].kind else { return nil }
    return tex
  }

  private init(mask: MathMask) { self.mask = mask }

  private mutating func add(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): addText(text, lines: inline.lines)
    case .softBreak where open != nil, .lineBreak where open != nil: open?.tex += "\n"
    default:
      giveUp(lines: inline.lines)
      result.append(inline)
    }
  }

  private mutating func addText(_ text: String, lines: ClosedRange<Int>) {
    // All that is hidden lies where UTF-8 begins with this byte.
    guard text.utf8.contains(0xF3) else {
      if open == nil { append(text, lines: lines) } else { open?.tex += text }
      return
    }
    var plain = ""
    for scalar in text.unicodeScalars {
      switch mask.mark(scalar) {
      case .openInline?, .openDisplay?:
        append(plain, lines: lines)
        plain = ""
        giveUp(lines: lines)
        open = (mask.mark(scalar) ?? .openInline, "", lines.lowerBound)
      case .closeInline?, .closeDisplay?: close(&plain, mark: scalar, lines: lines)
      case nil where open != nil: open?.tex.unicodeScalars.append(mask.unmasked(scalar))
      case nil: plain.unicodeScalars.append(mask.unmasked(scalar))
      }
    }
    append(plain, lines: lines)
  }

  private mutating func close(_ plain: inout String, mark: Unicode.Scalar, lines: ClosedRange<Int>) {
    guard let formula = open else {
      plain += mask.mark(mark)?.dollars ?? ""
      return
    }
    open = nil
    let isDisplay = formula.mark == .openDisplay
    let tex = isDisplay ? formula.tex.trimmingWhiteSpace() : formula.tex
    let first = min(formula.line, lines.upperBound)
    result.append(Inline(.math(tex, isDisplay: isDisplay), lines: first...lines.upperBound))
  }

  /// Makes plain text of a formula whose end did not come.
  private mutating func giveUp(lines: ClosedRange<Int>) {
    guard let formula = open else { return }
    open = nil
    append(formula.mark.dollars, lines: lines)
    for (index, line) in formula.tex.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result.append(Inline(.softBreak, lines: lines)) }
      append(String(line), lines: lines)
    }
  }

  private mutating func append(_ text: String, lines: ClosedRange<Int>) {
    guard !text.isEmpty else { return }
    if case .text(let before)? = result.last?.kind {
      let first = result[result.count - 1].lines.lowerBound
      let range = min(first, lines.lowerBound)...max(first, lines.upperBound)
      result[result.count - 1] = Inline(.text(before + text), lines: range)
    } else {
      result.append(Inline(.text(text), lines: lines))
    }
  }
}

extension String {
  /// The string without white space at its ends.
  func trimmingWhiteSpace() -> String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
