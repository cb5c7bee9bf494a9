/// Why a text is not JSON, or not JSON of the expected shape, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// Something else was expected.
    case unexpected(found: String, expected: String)
    /// An object holds this key twice.
    case repeatedKey(String)
    /// Arrays and objects nest deeper than the limit.
    case tooDeep(limit: Int)
    /// A number is too large or too small for a `Double`.
    case outOfRange
    /// An object has not the fields of a structure.
    case wrongFields(structure: String, missing: [String], unknown: [String])
    /// A matrix's row is not as long as the first.
    case unequalRows(first: Int, this: Int)
    /// A function takes another number of arguments.
    case wrongArgumentCount(expected: Int, found: Int)
  }

  /// Where it is wrong.
  package enum Place: Hashable, Sendable {
    /// A position in the text, both counted from 1; the column counts Unicode scalars.
    case position(line: Int, column: Int)
    /// A place in the tree, from the outside in; empty for the whole.
    case path([Step])
  }

  /// A step of a path.
  package enum Step: Hashable, Sendable {
    /// A line of JSON Lines, counted from 1.
    case line(Int)
    /// An argument of a call, counted from 1.
    case argument(Int)
    /// A field of a structure or a key of an object.
    case field(String)
    /// An item of a list, counted from 0.
    case item(Int)
    /// A row of a matrix, counted from 0.
    case row(Int)
    /// An entry of a vector or of a matrix's row, counted from 0.
    case entry(Int)
  }

  /// What is wrong.
  package var reason: Reason

  /// Where it is wrong.
  package var place: Place

  /// Makes an error.
  package init(_ reason: Reason, at place: Place) {
    self.reason = reason
    self.place = place
  }
}

extension JSONError: CustomStringConvertible {
  /// The place and what is wrong: "argument 2, field Wx, row 1: expected an array, found a string".
  package var description: String {
    let place = place.description
    return place.isEmpty ? reason.description : "\(place): \(reason)"
  }
}

extension JSONError.Reason: CustomStringConvertible {
  /// What is wrong, in words.
  package var description: String {
    switch self {
    case .unexpected(let found, let expected): return "expected \(expected), found \(found)"
    case .repeatedKey(let key): return "the key \"\(key)\" stands twice"
    case .tooDeep(let limit): return "arrays and objects nest more than \(limit) deep"
    case .outOfRange: return "the number is too large or too small"
    case .wrongFields(let structure, let missing, let unknown):
      var parts: [String] = []
      if !missing.isEmpty { parts.append("\(structure) is missing \(missing.joined(separator: ", "))") }
      if !unknown.isEmpty { parts.append("\(structure) has no field \(unknown.joined(separator: ", "))") }
      return parts.joined(separator: "; ")
    case .unequalRows(let first, let this):
      return "the rows of a matrix must be equally long; the first has length \(first), this one \(this)"
    case .wrongArgumentCount(let expected, let found):
      return "expected \(expected) \(expected == 1 ? "argument" : "arguments"), found \(found)"
    }
  }
}

extension JSONError.Place: CustomStringConvertible {
  /// The place in words; empty for the whole.
  package var description: String {
    switch self {
    case .position(let line, let column): "line \(line), column \(column)"
    case .path(let steps): steps.map(\.description).joined(separator: ", ")
    }
  }
}

extension JSONError.Step: CustomStringConvertible {
  /// The step in words.
  package var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .argument(let number): "argument \(number)"
    case .field(let name): "field \(name)"
    case .item(let index): "item \(index)"
    case .row(let index): "row \(index)"
    case .entry(let index): "entry \(index)"
    }
  }
}
