/// Formulas in Unicode, as far as it goes.
package enum MathText {
  /// A formula within a line; nil where it can only be shown as TeX.
  package static func line(_ tex: String) -> String? {
    guard let nodes = TeXParser.parse(tex) else { return nil }
    let box = MathRow(isDisplay: false, isCompact: false).box(nodes)
    return box.lines.count == 1 ? trimmed(box.lines[0]) : nil
  }

  /// A formula on lines of its own; nil where it can only be shown as TeX.
  ///
  /// What is wider than `width` is broken at wide spaces, `\quad` and `\qquad`.
  package static func display(_ tex: String, width: Int) -> [String]? {
    guard let nodes = TeXParser.parse(tex) else { return nil }
    let row = MathRow(isDisplay: true, isCompact: false)
    let whole = row.box(nodes)
    if whole.width <= width { return whole.lines.map(trimmed) }
    let parts = nodes.split { if case .space(let width) = $0 { width > 1 } else { false } }.map(Array.init)
    var lines: [String] = []
    var line = MathBox()
    for box in parts.map(row.box) {
      let joined = line.width == 0 ? box : line + MathBox("   ") + box
      if line.width > 0 && joined.width > width {
        lines += line.lines
        line = box
      } else {
        line = joined
      }
    }
    return (lines + line.lines).map(trimmed)
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

/// Sets a row of symbols with the spaces that their kinds ask for.
struct MathRow {
  let isDisplay: Bool
  /// Whether spaces around signs are left out, as in scripts.
  let isCompact: Bool

  /// The row as a box.
  func box(_ nodes: [TeX]) -> MathBox {
    var box = MathBox()
    var previous: MathKind?
    var hasGap = false
    for node in nodes {
      switch node {
      case .gap:
        hasGap = true
        continue
      case .space(let width):
        if !isCompact { box = box + MathBox(String(repeating: " ", count: width)) }
        hasGap = false
        // A space parts what stands around it, so a sign behind it still stands between two values.
        continue
      default: break
      }
      var kind = kind(node)
      if kind == .binary, [nil, .opening, .binary, .relation, .punctuation, .prefix].contains(previous) {
        kind = .prefix
      }
      let space = isCompact ? needsSpaceInScript(previous, kind) : needsSpace(previous, kind, hasGap)
      if space && box.lines[box.baseline].last != " " { box = box + MathBox(" ") }
      box = box + self.box(node)
      previous = kind
      hasGap = false
    }
    return box
  }

  private func needsSpace(_ left: MathKind?, _ right: MathKind, _ hasGap: Bool) -> Bool {
    switch (left, right) {
    case (nil, _), (.opening, _), (_, .closing), (_, .punctuation), (.prefix, _): false
    case (.relation, _), (_, .relation), (.binary, _), (_, .binary), (.punctuation, _): true
    case (.function, .opening): false
    case (.function, _), (.large, _), (_, .large): true
    case (_, .function): true
    default: hasGap
    }
  }

  private func needsSpaceInScript(_ left: MathKind?, _ right: MathKind) -> Bool {
    guard left == .ordinary || left == .function else { return false }
    return right == .function || (left == .function && right == .ordinary)
  }

  private func kind(_ node: TeX) -> MathKind {
    switch node {
    case .symbol(_, let kind): kind
    case .scripted(let base?, _, _): kind(base)
    case .group(let nodes) where nodes.count == 1: kind(nodes[0])
    default: .ordinary
    }
  }

  private func box(_ node: TeX) -> MathBox {
    switch node {
    case .symbol(let text, _): return MathBox(TerminalText.cell(text))
    case .space, .gap: return MathBox()
    case .group(let nodes): return box(nodes)
    case .fraction(let above, let below): return MathBox(part(above) + "/" + part(below))
    case .root(let nodes): return MathBox("√" + part(nodes))
    case .accent(let mark, let nodes): return MathBox(MathScript.accented(line(nodes), mark))
    case .scripted(let base, let below, let above):
      var box = base.map(box) ?? MathBox()
      if isDisplay && !isCompact, base.map(kind) == .large {
        return .limits(box, below: below.map(compact), above: above.map(compact))
      }
      if let below { box = box + MathBox(MathScript.below(compact(below))) }
      if let above { box = box + MathBox(MathScript.above(compact(above))) }
      return box
    case .grid(let grid):
      if isDisplay { return .grid(grid.rows.map { $0.map(box) }, grid) }
      let rows = grid.rows.map { row in row.map { line($0) }.joined(separator: ", ") }.joined(separator: "; ")
      return MathBox(grid.open + rows + grid.close)
    }
  }

  private func line(_ nodes: [TeX]) -> String {
    MathRow(isDisplay: false, isCompact: isCompact).box(nodes).lines.joined()
  }

  private func compact(_ nodes: [TeX]) -> String {
    MathRow(isDisplay: false, isCompact: true).box(nodes).lines.joined()
  }

  /// A part of a fraction or a root, in parentheses where it holds more than one thing.
  private func part(_ nodes: [TeX]) -> String {
    let text = line(nodes)
    let things = nodes.filter { if case .gap = $0 { false } else if case .space = $0 { false } else { true } }
    let isNumber = text.allSatisfy { $0.isNumber || $0 == "." }
    let isDerivative = things.count == 2 && kind(things[0]) == .prefix
    return things.count <= 1 || isNumber || isDerivative || isCall(things) ? text : "(\(text))"
  }

  /// Whether things are one pair of brackets with what is in it, perhaps behind a single symbol.
  private func isCall(_ things: [TeX]) -> Bool {
    let kinds = things.map(kind)
    let start = kinds.first == .opening ? 0 : 1
    guard kinds.count > start + 1, kinds[start] == .opening else { return false }
    var depth = 0
    for (index, kind) in kinds.enumerated().dropFirst(start) {
      if kind == .opening { depth += 1 }
      if kind == .closing { depth -= 1 }
      if depth == 0 && index < kinds.count - 1 { return false }
    }
    return depth == 0
  }
}

/// Sub- and superscripts and accents.
enum MathScript {
  /// A subscript: Unicode's where it has every character, else `_x` or `_(...)`.
  static func below(_ text: String) -> String { scripted(text, lower, "_") }

  /// A superscript.
  static func above(_ text: String) -> String { text == "′" ? text : scripted(text, upper, "^") }

  /// A letter with a mark above it; of a longer text, each of its letters.
  static func accented(_ text: String, _ mark: Unicode.Scalar) -> String {
    var result = ""
    var isFirst = true
    for character in text {
      result.append(character)
      if isFirst || character.isLetter { result.unicodeScalars.append(mark) }
      isFirst = false
    }
    return result
  }

  private static func scripted(_ text: String, _ table: [Character: Character], _ sign: String) -> String {
    let characters = text.compactMap { table[$0] }
    if characters.count == text.count { return String(characters) }
    let isWord = text.count == 1 || text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    let isBracketed = text.hasPrefix("(") && text.hasSuffix(")")
    return isWord || isBracketed ? sign + text : "\(sign)(\(text))"
  }

  private static let upper = table(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤βγδθφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀᵝᵞᵟᶿᵠᵡ")

  private static let lower = table(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static func table(_ plain: String, _ scripts: String) -> [Character: Character] {
    Dictionary(zip(plain, scripts), uniquingKeysWith: { first, _ in first })
  }
}
