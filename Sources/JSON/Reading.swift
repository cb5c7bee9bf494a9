internal import FoundationEssentials

extension JSONValue {
  /// A value of JSON Lines and the line on which it stands, counted from 1.
  package typealias Line = (number: Int, value: JSONValue)

  /// Reads a text that holds one JSON value.
  package static func parse(_ text: String) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8), firstLine: 1)
  }

  /// Reads bytes that hold one JSON value in UTF-8.
  package static func parse(_ bytes: some Sequence<UInt8>) throws(JSONError) -> JSONValue {
    try parse(Array(bytes), firstLine: 1)
  }

  /// Reads JSON Lines: a value on each line; blank lines are left out.
  package static func parseLines(_ text: String) throws(JSONError) -> [Line] {
    var values: [Line] = []
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ " \t\r".utf8.contains($0) }) {
      values.append((index + 1, try parse(Array(line), firstLine: index + 1)))
    }
    return values
  }

  private static func parse(_ bytes: [UInt8], firstLine: Int) throws(JSONError) -> JSONValue {
    try SyntaxCheck.check(bytes, firstLine: firstLine)
    do {
      return try JSONDecoder().decode(Node.self, from: Data(bytes)).value
    } catch let refusal as Refusal {
      throw JSONError(.outOfRange, at: .path(refusal.path))
    } catch {
      throw JSONError(.unexpected(found: "a text that Foundation cannot read", expected: "JSON"), at: .path([]))
    }
  }
}

/// A number that is no `Double`.
private struct Refusal: Error {
  let path: [JSONError.Step]
}

/// What Foundation's decoder makes of any value.
private struct Node: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let number = try Self.number(single) {
      value = number
    } else if let string = try? single.decode(String.self) {
      value = .string(string)
    } else if let boolean = try? single.decode(Bool.self) {
      value = .boolean(boolean)
    } else if var elements = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !elements.isAtEnd { values.append(try elements.decode(Node.self).value) }
      value = .array(values)
    } else {
      let members = try decoder.container(keyedBy: Key.self)
      value = .object(
        try members.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          JSONValue.Member($0.stringValue, try members.decode(Node.self, forKey: $0).value)
        })
    }
  }

  private static func number(_ container: any SingleValueDecodingContainer) throws -> JSONValue? {
    do {
      let number = try container.decode(Double.self)
      let isNegativeZero = number == 0 && number.sign == .minus
      if number == number.rounded(), !isNegativeZero, let integer = try? container.decode(Int.self) {
        return .integer(integer)
      }
      return .number(number)
    } catch DecodingError.typeMismatch {
      return nil
    } catch {
      throw Refusal(path: container.codingPath.map { $0.intValue.map { .item($0) } ?? .field($0.stringValue) })
    }
  }
}

/// Any key of an object.
private struct Key: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
