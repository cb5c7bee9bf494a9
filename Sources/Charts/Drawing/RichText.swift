/// A short text with italics, subscripts and superscripts: `*h*_{t}`, `10^{−3}`.
struct RichText: Hashable, Sendable {
  enum Level: Hashable, Sendable {
    case line, below, above
  }

  struct Run: Hashable, Sendable {
    var text: String
    var level: Level
    var isItalic: Bool
  }

  private(set) var runs: [Run] = []

  /// Reads the marks; one that is not closed is a character like others.
  init(_ source: String) {
    var rest = Substring(source)
    var plain = ""
    func flush() {
      if !plain.isEmpty { runs.append(Run(text: plain, level: .line, isItalic: false)) }
      plain = ""
    }
    while let first = rest.first {
      let after = rest.dropFirst()
      if first == "*", let end = after.firstIndex(of: "*"), end > after.startIndex {
        flush()
        runs.append(Run(text: String(after[..<end]), level: .line, isItalic: true))
        rest = after[after.index(after: end)...]
      } else if first == "_" || first == "^", after.first == "{", let end = after.firstIndex(of: "}") {
        flush()
        let inner = after[after.index(after: after.startIndex)..<end]
        runs.append(Run(text: String(inner), level: first == "_" ? .below : .above, isItalic: false))
        rest = after[after.index(after: end)...]
      } else {
        plain.append(first)
        rest = after
      }
    }
    flush()
  }

  /// The text without marks, superscripts and subscripts in Unicode where it has them.
  var plain: String {
    runs.map { run in
      switch run.level {
      case .line: run.text
      case .above: Self.scripted(run.text, Self.above) ?? "^\(run.text)"
      case .below: Self.scripted(run.text, Self.below) ?? "_\(run.text)"
      }
    }.joined()
  }

  private static let above: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "−": "⁻",
  ]

  private static let below: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉", "t": "ₜ",
  ]

  private static func scripted(_ text: String, _ table: [Character: Character]) -> String? {
    let characters = text.compactMap { table[$0] }
    return characters.count == text.count ? String(characters) : nil
  }

  /// The width at a letter size, as wide as common typefaces without serifs make it, or wider.
  func width(size: Double) -> Double {
    var width = 0.0
    for run in runs {
      let scale = run.level == .line ? size : size * Self.scriptSize
      for character in run.text { width += Self.advance(character) * scale }
    }
    return width
  }

  /// The size of sub- and superscripts in that of the line.
  static let scriptSize = 0.75

  private static func advance(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "‖": 0.32
    case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/", "J": 0.4
    case "m", "w", "M", "W", "%", "@", "—": 0.95
    case "0"..."9", "a"..."z": 0.62
    case "A"..."Z": 0.72
    case _ where character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }: 0
    case _ where character.unicodeScalars.contains { $0.value >= 0x2E80 }: 1
    default: 0.7
    }
  }
}
