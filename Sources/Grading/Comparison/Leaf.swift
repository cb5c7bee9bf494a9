internal import LinearAlgebra
package import Wire

/// Where a number stands in a value.
struct Location: Hashable {
  /// The field of the result structure, or "" where the result is no structure.
  var block = ""
  /// The positions in nested lists.
  var items: [Int] = []
  /// The field names below the block, for structures in lists.
  var fields: [String] = []
  /// The row and column of a matrix, or the entry of a vector.
  var entry: Entry = .whole

  enum Entry: Hashable {
    case whole
    case index(Int)
    case cell(row: Int, column: Int)
  }

  /// The place in words; `firstStep` is the time step of the first item where the list runs over time.
  func description(firstStep: Int?) -> String {
    var parts: [String] = []
    if !block.isEmpty { parts.append("block \(block)") }
    for (level, item) in items.enumerated() {
      if level == 0, let firstStep {
        parts.append("time step t = \(item + firstStep)")
      } else {
        parts.append("item \(item)")
      }
    }
    parts += fields.map { "field \($0)" }
    switch entry {
    case .whole: break
    case .index(let index): parts.append("entry \(index)")
    case .cell(let row, let column): parts.append("row \(row), column \(column)")
    }
    return parts.joined(separator: ", ")
  }
}

/// A vector, a matrix or a single value within a value.
struct Leaf {
  var location: Location
  var value: Value

  /// The leaves of a value from first to last.
  static func all(in value: Value) -> [Leaf] {
    var leaves: [Leaf] = []
    collect(value, Location(), into: &leaves)
    return leaves
  }

  private static func collect(_ value: Value, _ location: Location, into leaves: inout [Leaf]) {
    switch value {
    case .list(let values):
      for (index, item) in values.enumerated() {
        var inner = location
        inner.items.append(index)
        collect(item, inner, into: &leaves)
      }
    case .structure(_, let fields):
      for field in fields {
        var inner = location
        if location == Location() { inner.block = field.label } else { inner.fields.append(field.label) }
        collect(field.value, inner, into: &leaves)
      }
    default: leaves.append(Leaf(location: location, value: value))
    }
  }
}

extension Value {
  /// The real numbers of a vector, a matrix or a number.
  var numbers: [Double]? {
    switch self {
    case .number(let number): [number]
    case .vector(let vector): vector.elements
    case .matrix(let matrix): matrix.elements
    default: nil
    }
  }

  /// Kind and shape in words: "a vector of 3 entries".
  var shape: String {
    switch self {
    case .none: "nil"
    case .boolean: "a Bool"
    case .integer: "an Int"
    case .number: "a number"
    case .text: "a String"
    case .vector(let vector): "a vector of \(vector.count) \(vector.count == 1 ? "entry" : "entries")"
    case .matrix(let matrix): "a \(matrix.rows) x \(matrix.columns) matrix"
    case .list(let values): "a list of \(values.count) \(values.count == 1 ? "item" : "items")"
    case .structure(let name, _): "a \(name)"
    }
  }

  /// The place of the entry with the given offset among ``numbers``.
  func entry(at offset: Int) -> Location.Entry {
    switch self {
    case .vector: .index(offset)
    case .matrix(let matrix): .cell(row: offset / matrix.columns, column: offset % matrix.columns)
    default: .whole
    }
  }

  /// The field of a structure.
  package subscript(_ label: String) -> Value? {
    guard case .structure(_, let fields) = self else { return nil }
    return fields.first { $0.label == label }?.value
  }
}
