extension JSONValue {
  /// The value on one line without spaces.
  package var compact: String {
    var text = ""
    write(to: &text, indentation: nil)
    return text
  }

  /// The value with a line for each element and member, two spaces for each level, and no line break at the end.
  package var pretty: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int?) {
    switch self {
    case .null: text += "null"
    case .boolean(let content): text += content ? "true" : "false"
    case .integer(let content): text += "\(content)"
    case .number(let content):
      if content.isFinite {
        text += "\(content)"
      } else {
        text += content.isNaN ? "\"NaN\"" : content > 0 ? "\"Infinity\"" : "\"-Infinity\""
      }
    case .string(let content): Self.write(content, to: &text)
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &text, indentation) { (element, text, inner) in
        element.write(to: &text, indentation: inner)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text, indentation) { (member, text, inner) in
        Self.write(member.key, to: &text)
        text += inner == nil ? ":" : ": "
        member.value.write(to: &text, indentation: inner)
      }
    }
  }

  /// Writes items between brackets; `indentation` is the level that they stand in, nil for the compact form.
  private static func write<Item>(
    _ items: [Item], between brackets: (open: String, close: String), to text: inout String, _ indentation: Int?,
    _ writeItem: (Item, inout String, Int?) -> Void
  ) {
    func lineBreak(_ level: Int) { text += "\n" + String(repeating: "  ", count: level) }
    text += brackets.open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if let indentation { lineBreak(indentation + 1) }
      writeItem(item, &text, indentation.map { $0 + 1 })
    }
    if let indentation, !items.isEmpty { lineBreak(indentation) }
    text += brackets.close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Control characters, and what reorders a line: a terminal that shows this file obeys neither.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}",
        "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
