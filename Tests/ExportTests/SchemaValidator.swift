import JSON

/// Holds JSON against a JSON Schema of 2020-12, as far as Documentation/check.schema.json uses it.
///
/// A keyword that is not known here is an error, so that no rule of the schema is passed over.
struct SchemaValidator {
  private let root: JSONValue

  init(_ schema: JSONValue) { root = schema }

  /// A schema that cannot be read: where and why.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Everything in which a value departs from the schema, each with its place; none if it is valid.
  func faults(of value: JSONValue) throws -> [String] { try faults(of: value, under: root, at: "$") }

  private func faults(of value: JSONValue, under schema: JSONValue, at place: String) throws -> [String] {
    guard case .object(let keywords) = schema else { throw Unreadable(description: "\(place): not a schema") }
    return try keywords.flatMap { keyword in
      try faults(of: value, keyword.key, keyword.value, among: schema, at: place)
    }
  }

  private func faults(
    of value: JSONValue, _ keyword: String, _ rule: JSONValue, among schema: JSONValue, at place: String
  ) throws -> [String] {
    switch (keyword, rule) {
    case ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("$defs", .object), ("title", .string),
      ("description", .string):
      return []
    case ("$ref", .string(let reference)):
      return try faults(of: value, under: try definition(reference), at: place)
    case ("anyOf", .array(let choices)):
      let attempts = try choices.map { try faults(of: value, under: $0, at: place) }
      guard !attempts.contains(where: \.isEmpty) else { return [] }
      return ["\(place) fits none of anyOf"] + attempts.flatMap(\.self)
    case ("enum", .array(let allowed)):
      return allowed.contains(value) ? [] : ["\(place) is \(value.compact), which is not in the enum"]
    case ("type", .string(let type)):
      return try Self.isType(value, type) ? [] : ["\(place) is not of type \(type)"]
    case ("type", .array(let types)):
      let names = types.compactMap { if case .string(let name) = $0 { name } else { nil } }
      return try names.contains { try Self.isType(value, $0) } ? [] : ["\(place) is not of type \(names)"]
    case ("minimum", .integer(let least)):
      guard let number = value.double, number < Double(least) else { return [] }
      return ["\(place) is below \(least)"]
    case ("minLength", .integer(let least)):
      guard case .string(let text) = value, text.unicodeScalars.count < least else { return [] }
      return ["\(place) is shorter than \(least)"]
    case ("minItems", .integer(let least)):
      guard case .array(let items) = value, items.count < least else { return [] }
      return ["\(place) has fewer items than \(least)"]
    case ("pattern", .string(let pattern)):
      guard case .string(let text) = value, text.firstMatch(of: try Regex(pattern)) == nil else { return [] }
      return ["\(place) does not match \(pattern)"]
    case ("items", _):
      guard case .array(let items) = value else { return [] }
      return try items.enumerated().flatMap { try faults(of: $1, under: rule, at: "\(place)[\($0)]") }
    case ("required", .array(let keys)):
      guard case .object(let members) = value else { return [] }
      let present = Set(members.map { JSONValue.string($0.key) })
      return keys.filter { !present.contains($0) }.map { "\(place) has no \($0.compact)" }
    case ("properties", .object(let properties)):
      return try properties.flatMap { property in
        guard let member = value[property.key] else { return [String]() }
        return try faults(of: member, under: property.value, at: "\(place).\(property.key)")
      }
    case ("additionalProperties", .boolean(false)):
      guard case .object(let members) = value, case .object(let known)? = schema["properties"] else { return [] }
      let names = Set(known.map(\.key))
      return members.filter { !names.contains($0.key) }.map { "\(place) has the unknown key \($0.key)" }
    default: throw Unreadable(description: "\(place): the keyword \(keyword): \(rule.compact) is not known here")
    }
  }

  private func definition(_ reference: String) throws -> JSONValue {
    let prefix = "#/$defs/"
    guard reference.hasPrefix(prefix), let found = root["$defs"]?[String(reference.dropFirst(prefix.count))] else {
      throw Unreadable(description: "there is no definition \(reference)")
    }
    return found
  }

  private static func isType(_ value: JSONValue, _ name: String) throws -> Bool {
    switch (name, value) {
    case ("null", .null), ("string", .string), ("array", .array), ("object", .object), ("boolean", .boolean),
      ("integer", .integer), ("number", .integer), ("number", .number):
      return true
    case ("integer", .number(let number)): return number == number.rounded()
    case ("null", _), ("string", _), ("array", _), ("object", _), ("boolean", _), ("integer", _), ("number", _):
      return false
    default: throw Unreadable(description: "there is no type \(name)")
    }
  }
}

extension JSONValue {
  /// The number, if this is one.
  fileprivate var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
