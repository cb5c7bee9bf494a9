/// Writes SVG, element by element, each on a line of its own.
struct SVGWriter {
  private(set) var text = ""
  private var depth = 0

  /// An attribute's name and value.
  typealias Attributes = KeyValuePairs<String, String>

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: Attributes) {
    line("<\(name)\(Self.joined(attributes))/>")
  }

  /// An element that holds text.
  mutating func textual(_ name: String, _ attributes: Attributes = [:], _ content: String) {
    line("<\(name)\(Self.joined(attributes))>\(Self.escaped(content))</\(name)>")
  }

  /// Begins an element that holds other elements.
  mutating func open(_ name: String, _ attributes: Attributes) {
    line("<\(name)\(Self.joined(attributes))>")
    depth += 1
  }

  /// Ends the element that was begun last.
  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  /// Text with italics and scripts, whose baseline begins, centres or ends at a point.
  mutating func rich(_ content: RichText, _ attributes: Attributes, size: Double) {
    var inner = ""
    var raised = 0.0
    for run in content.runs {
      let level = run.level == .above ? -0.36 * size : run.level == .below ? 0.22 * size : 0
      var marks = ""
      if level != raised { marks += " dy=\"\(NumberText.coordinate(level - raised))\"" }
      if run.level != .line { marks += " font-size=\"\(NumberText.coordinate(size * RichText.scriptSize))\"" }
      if run.isItalic { marks += " font-style=\"italic\"" }
      raised = level
      inner += marks.isEmpty ? Self.escaped(run.text) : "<tspan\(marks)>\(Self.escaped(run.text))</tspan>"
    }
    line("<text\(Self.joined(attributes)) font-size=\"\(NumberText.coordinate(size))\">\(inner)</text>")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: " ", count: depth) + content + "\n"
  }

  private static func joined(_ attributes: Attributes) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }

  /// Text that XML takes as it was meant; what XML cannot hold becomes the replacement character.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
