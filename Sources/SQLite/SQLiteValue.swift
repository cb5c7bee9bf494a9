/// A value of a column or of an argument.
package enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// The text; nil of anything else.
  package var string: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The whole number; nil of anything else.
  package var int: Int? {
    guard case .integer(let number) = self else { return nil }
    return Int(number)
  }

  /// The number, whole or not; nil of anything else.
  package var double: Double? {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// The bytes; nil of anything else.
  package var bytes: [UInt8]? {
    guard case .blob(let bytes) = self else { return nil }
    return bytes
  }
}

extension SQLiteValue {
  /// The text, or null.
  package init(_ text: String?) { self = text.map(SQLiteValue.text) ?? .null }

  /// The number, or null.
  package init(_ number: Double?) { self = number.map(SQLiteValue.real) ?? .null }

  /// The whole number, or null.
  package init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
}

extension SQLiteValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringInterpolation
{
  /// Makes null.
  package init(nilLiteral: ()) { self = .null }
  /// Makes a whole number.
  package init(integerLiteral value: Int64) { self = .integer(value) }
  /// Makes a real number.
  package init(floatLiteral value: Double) { self = .real(value) }
  /// Makes a text.
  package init(stringLiteral value: String) { self = .text(value) }
}

/// A row of a result.
package struct Row: Hashable, Sendable {
  /// The names of the columns, in order.
  package let columns: [String]
  /// The values, in order.
  package let values: [SQLiteValue]

  /// The value of a column; null where there is no such column.
  package subscript(_ column: String) -> SQLiteValue {
    columns.firstIndex(of: column).map { values[$0] } ?? .null
  }

  /// The value at a place, counted from 0.
  package subscript(_ index: Int) -> SQLiteValue { values[index] }
}
