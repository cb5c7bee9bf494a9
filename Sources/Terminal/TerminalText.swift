/// Text from outside, made safe to show on a terminal.
package enum TerminalText {
  /// The text with everything that could steer the terminal or reorder the line shown as an escape.
  ///
  /// Line feeds and tabs stay; other control characters and the bidirectional controls become `\u{...}`.
  package static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if isHarmless(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return result
  }

  /// The text made safe and on one line: line ends and tabs are spaces.
  static func cell(_ text: String) -> String {
    safe(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0x00..<0x20, 0x7F..<0xA0: false
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: false
    default: true
    }
  }
}

/// How words are set off: by colour on a terminal that wants it, not at all elsewhere.
package struct TerminalStyle: Hashable, Sendable {
  /// Whether colours are used.
  package let usesColour: Bool
  /// The width of a line.
  package let width: Int

  /// Makes a style.
  package init(usesColour: Bool, width: Int) {
    self.usesColour = usesColour
    self.width = max(40, width)
  }

  /// No colour, lines of a hundred characters.
  package static let plain = TerminalStyle(usesColour: false, width: 100)

  /// What a stretch of text means.
  package enum Role: Sendable {
    case good, bad, pending, heading, quiet
  }

  /// The text in the colour of its role.
  package func paint(_ text: String, _ role: Role) -> String {
    guard usesColour else { return text }
    let code =
      switch role {
      case .good: "32"
      case .bad: "1;31"
      case .pending: "33"
      case .heading: "1"
      case .quiet: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The text broken into lines of the style's width less the indentation, every line indented.
  ///
  /// Breaks fall at spaces; a word longer than the line stays whole, so that numbers can be copied. So does a line of code, told by two
  /// spaces at its start, so that a caret below it stays in its place.
  package func wrap(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let room = max(20, width - indent)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard !paragraph.hasPrefix("  ") else {
        lines.append(String(paragraph))
        continue
      }
      var line: String?
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        guard let start = line else {
          line = String(word)
          continue
        }
        if start.contains(where: { $0 != " " }) && start.count + 1 + word.count > room {
          lines.append(start)
          line = String(word)
        } else {
          line = "\(start) \(word)"
        }
      }
      lines.append(line ?? "")
    }
    return lines.map { $0.isEmpty ? $0 : margin + $0 }.joined(separator: "\n")
  }
}
