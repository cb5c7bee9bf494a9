internal import LinearAlgebra
internal import Wire

/// Values as a reader of reports sees them: as JSON, which `gradus call` reads back.
///
/// Numbers are printed with the fewest digits that tell them from every other number, so that unequal values never look alike.
enum ValueText {
  /// The value in full.
  static func full(_ value: Value) -> String {
    switch value {
    case .none: "null"
    case .boolean(let content): content ? "true" : "false"
    case .integer(let content): "\(content)"
    case .number(let content): number(content)
    case .text(let content): quoted(content)
    case .vector(let vector): list(vector.elements.map(number))
    case .matrix(let matrix):
      list(matrix.elements.isEmpty ? [] : (0..<matrix.rows).map { list(matrix[row: $0].elements.map(number)) })
    case .list(let values): list(values.map(full))
    case .structure(_, let fields):
      "{" + fields.map { "\"\($0.label)\": \(full($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// The value in full while it is small, its shape where it is not.
  static func short(_ value: Value, largest: Int = 400) -> String {
    if weight(value) > largest { return "\(value.shape), too large to show" }
    return full(value)
  }

  /// A number with the fewest digits that tell it from every other.
  static func number(_ number: Double) -> String {
    if number.isNaN { return "\"NaN\"" }
    if number.isInfinite { return number > 0 ? "\"Infinity\"" : "\"-Infinity\"" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// About how many characters the text would have, without making it.
  private static func weight(_ value: Value) -> Int {
    switch value {
    case .none, .boolean, .integer, .number: 6
    case .text(let content): content.utf8.count
    case .vector(let vector): 6 * vector.count
    case .matrix(let matrix): 6 * matrix.elements.count
    case .list(let values): values.reduce(2) { $0 + weight($1) }
    case .structure(_, let fields): fields.reduce(2) { $0 + weight($1.value) + $1.label.utf8.count }
    }
  }

  private static func list(_ parts: [String]) -> String { "[" + parts.joined(separator: ", ") + "]" }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default:
        result +=
          scalar.value < 32
          ? "\\u00" + (scalar.value < 16 ? "0" : "1") + String(scalar.value % 16, radix: 16) : String(scalar)
      }
    }
    return result + "\""
  }
}
