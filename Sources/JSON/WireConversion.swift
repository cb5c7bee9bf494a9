internal import LinearAlgebra
package import Wire

extension Value {
  /// Reads a value of the given type.
  ///
  /// A vector is an array of numbers, a matrix an array of equally long rows (`[]` is 0 x 0), a list an array, a structure an
  /// object by the names of its fields, and an absent optional is `null`. An `Int` must have no fraction; a `Double` may also
  /// be one of the strings `"Infinity"`, `"-Infinity"` and `"NaN"`.
  ///
  /// - Throws: an error whose path begins with `path`.
  package init(_ json: JSONValue, as type: ValueType, at path: [JSONError.Step] = []) throws(JSONError) {
    switch type {
    case .void:
      guard case .null = json else { throw json.isNot("null", at: path) }
      self = .none
    case .boolean:
      guard case .boolean(let content) = json else { throw json.isNot("true or false", at: path) }
      self = .boolean(content)
    case .integer: self = .integer(try json.integer(at: path))
    case .number: self = .number(try json.number(at: path))
    case .text:
      guard case .string(let content) = json else { throw json.isNot("a string", at: path) }
      self = .text(content)
    case .vector: self = .vector(Vector(try json.numbers(at: path)))
    case .matrix: self = .matrix(try json.matrix(at: path))
    case .optional(let wrapped):
      if case .null = json { self = .none } else { self = try Value(json, as: wrapped, at: path) }
    case .list(let element):
      var values: [Value] = []
      for (index, item) in try json.elements(at: path).enumerated() {
        values.append(try Value(item, as: element, at: path + [.item(index)]))
      }
      self = .list(values)
    case .structure(let name, let fields):
      self = .structure(name, try json.fields(of: name, fields, at: path))
    case .other(let name): throw json.isNot("a value of the type \(name), which JSON cannot hold", at: path)
    }
  }

  /// The value as JSON on one line.
  package var json: String { JSONValue(self).compact }
}

extension FunctionType {
  /// Reads the arguments of a call from an array.
  package func arguments(_ json: JSONValue, at path: [JSONError.Step] = []) throws(JSONError) -> [Value] {
    let elements = try json.elements(at: path)
    guard elements.count == parameters.count else {
      throw JSONError(.wrongArgumentCount(expected: parameters.count, found: elements.count), at: .path(path))
    }
    var values: [Value] = []
    for (index, element) in elements.enumerated() {
      values.append(try Value(element, as: parameters[index], at: path + [.argument(index + 1)]))
    }
    return values
  }
}

extension JSONValue {
  /// The JSON form of a value, the one that `Value(_:as:)` reads.
  ///
  /// A matrix without rows loses its number of columns.
  package init(_ value: Wire.Value) {
    switch value {
    case .none: self = .null
    case .boolean(let content): self = .boolean(content)
    case .integer(let content): self = .integer(content)
    case .number(let content): self = .number(content)
    case .text(let content): self = .string(content)
    case .vector(let vector): self = .array(vector.elements.map { .number($0) })
    case .matrix(let matrix):
      self = .array((0..<matrix.rows).map { .array(matrix[row: $0].elements.map { .number($0) }) })
    case .list(let values): self = .array(values.map { JSONValue($0) })
    case .structure(_, let fields): self = .object(fields.map { Member($0.label, JSONValue($0.value)) })
    }
  }

  fileprivate func isNot(_ expected: String, at path: [JSONError.Step]) -> JSONError {
    JSONError(.unexpected(found: kind, expected: expected), at: .path(path))
  }

  fileprivate func elements(at path: [JSONError.Step]) throws(JSONError) -> [JSONValue] {
    guard case .array(let elements) = self else { throw isNot("an array", at: path) }
    return elements
  }

  fileprivate func integer(at path: [JSONError.Step]) throws(JSONError) -> Int {
    switch self {
    case .integer(let content): return content
    case .number(let content):
      guard let integer = Int(exactly: content) else {
        throw JSONError(.unexpected(found: "\(content)", expected: "a whole number"), at: .path(path))
      }
      return integer
    default: throw isNot("a whole number", at: path)
    }
  }

  fileprivate func number(at path: [JSONError.Step]) throws(JSONError) -> Double {
    switch self {
    case .integer(let content): return Double(content)
    case .number(let content): return content
    case .string("Infinity"): return .infinity
    case .string("-Infinity"): return -.infinity
    case .string("NaN"): return .nan
    default: throw isNot("a number", at: path)
    }
  }

  fileprivate func numbers(at path: [JSONError.Step]) throws(JSONError) -> [Double] {
    var numbers: [Double] = []
    for (index, element) in try elements(at: path).enumerated() {
      numbers.append(try element.number(at: path + [.entry(index)]))
    }
    return numbers
  }

  fileprivate func matrix(at path: [JSONError.Step]) throws(JSONError) -> Matrix {
    var rows: [[Double]] = []
    for (index, element) in try elements(at: path).enumerated() {
      let row = try element.numbers(at: path + [.row(index)])
      if let first = rows.first, first.count != row.count {
        throw JSONError(.unequalRows(first: first.count, this: row.count), at: .path(path + [.row(index)]))
      }
      rows.append(row)
    }
    return Matrix(rows)
  }

  fileprivate func fields(
    of name: String, _ types: [ValueType.Field], at path: [JSONError.Step]
  ) throws(JSONError) -> [Wire.Value.Field] {
    guard case .object(let members) = self else { throw isNot("an object with the fields of \(name)", at: path) }
    let missing = types.map(\.label).filter { self[$0] == nil }
    let unknown = members.map(\.key).filter { key in !types.contains { $0.label == key } }
    guard missing.isEmpty && unknown.isEmpty else {
      throw JSONError(.wrongFields(structure: name, missing: missing, unknown: unknown), at: .path(path))
    }
    var fields: [Wire.Value.Field] = []
    for type in types {
      let value = try Wire.Value(self[type.label] ?? .null, as: type.type, at: path + [.field(type.label)])
      fields.append(Wire.Value.Field(type.label, value))
    }
    return fields
  }
}
