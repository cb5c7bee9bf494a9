/// A number as a lesson states it.
struct Numeral: Hashable, Sendable, CustomStringConvertible {
  /// The digits as they are written, without sign and separators of thousands.
  let text: String
  /// The power of ten that follows, as in `1.9 \times 10^{-4}`; 0 where there is none.
  let exponent: Int
  /// The line of the lesson, counted from 1.
  let line: Int

  var description: String { exponent == 0 ? text : "\(text)e\(exponent)" }

  /// What is written.
  var value: Double { Double("\(text)e\(exponent)") ?? .nan }

  /// Half a unit of the last digit that is written.
  private var rounding: Double {
    let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
    return Double("0.5e\(exponent - digits)") ?? .nan
  }

  /// Whether a number, rounded, is the one that is written; signs are left aside, since a minus may well be an operator.
  func states(_ number: Double) -> Bool { abs(abs(number) - value) <= rounding * (1 + 1e-6) }

  /// Whether the number must be accounted for: all with a fraction, and whole ones from 10 on.
  private var matters: Bool { text.contains(".") || exponent != 0 || value >= 10 }
}

extension Numeral {
  /// The numbers that a lesson states, but for small whole ones: in text, tables and formulas, not in code, links, front
  /// matter and the list of sources.
  static func all(in lesson: String) -> [Numeral] {
    var found: [Numeral] = []
    var isCode = false
    var isFrontMatter = false
    for (index, line) in lesson.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "---" && (index == 0 || isFrontMatter) {
        isFrontMatter.toggle()
        continue
      }
      if line.hasPrefix("```") || line.hasPrefix("> ```") { isCode.toggle() }
      if line == "## Sources" { break }
      if !isCode && !isFrontMatter { found += numerals(in: String(line), line: index + 1) }
    }
    return found.filter(\.matters)
  }

  private static func numerals(in line: String, line number: Int) -> [Numeral] {
    let text = line.replacing(/`[^`]*`/, with: " ")
      .replacing(/\]\([^)]*\)/, with: "] ")
      .replacing(/_\{[^}]*\}/, with: " ")
      .replacing(/(\d)(?:\{,\}|\\,|,)(?=\d{3}(?!\d))/) { "\($0.output.1)" }
    let pattern = /(?:^|[^\w.])(\d+(?:\.\d+)?)(?:\s*\\(?:times|cdot)\s*10\^\{?(-?\d+)\}?)?/
    return text.matches(of: pattern).map { match in
      Numeral(text: String(match.output.1), exponent: match.output.2.flatMap { Int($0) } ?? 0, line: number)
    }
  }
}
