public import LinearAlgebra

/// A Swift type whose values are sent and received as one of the kinds of ``Value``; structures need not conform.
public protocol Transferable {
  /// The type's description.
  static var valueType: ValueType { get }
  /// The value to send.
  var value: Value { get }
  /// Reads a received value.
  ///
  /// - Throws: ``ConversionError`` when the value is of another type.
  init(_ value: Value) throws(ConversionError)
}

/// A received value was not of the expected type.
public struct ConversionError: Error, Hashable, Sendable {
  /// What was expected.
  public let expected: String

  /// Makes an error that says what was expected.
  public init(expected: String) {
    self.expected = expected
  }
}

extension Bool: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .boolean }
  /// The value to send.
  public var value: Value { .boolean(self) }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .boolean(let content) = value else { throw ConversionError(expected: "Bool") }
    self = content
  }
}

extension Int: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .integer }
  /// The value to send.
  public var value: Value { .integer(self) }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .integer(let content) = value else { throw ConversionError(expected: "Int") }
    self = content
  }
}

extension Double: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .number }
  /// The value to send.
  public var value: Value { .number(self) }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .number(let content) = value else { throw ConversionError(expected: "Double") }
    self = content
  }
}

extension String: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .text }
  /// The value to send.
  public var value: Value { .text(self) }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .text(let content) = value else { throw ConversionError(expected: "String") }
    self = content
  }
}

extension Vector: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .vector }
  /// The value to send.
  public var value: Value { .vector(self) }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .vector(let content) = value else { throw ConversionError(expected: "Vector") }
    self = content
  }
}

extension Matrix: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .matrix }
  /// The value to send.
  public var value: Value { .matrix(self) }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .matrix(let content) = value else { throw ConversionError(expected: "Matrix") }
    self = content
  }
}

extension Array: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .list(Reflection.valueType(of: Element.self)) }
  /// The value to send.
  public var value: Value { .list(map { Reflection.value(of: $0) ?? .none }) }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .list(let values) = value else { throw ConversionError(expected: "\(Self.valueType)") }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for value in values { elements.append(try Reflection.make(Element.self, from: value)) }
    self = elements
  }
}

extension Optional: Transferable {
  /// The description of this type.
  public static var valueType: ValueType { .optional(Reflection.valueType(of: Wrapped.self)) }
  /// The value to send.
  public var value: Value { flatMap { Reflection.value(of: $0) } ?? .none }
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    if case .none = value { self = nil } else { self = try Reflection.make(Wrapped.self, from: value) }
  }
}
