public import LinearAlgebra

/// A Swift type whose values can be sent over the wire.
public protocol Representable {
  /// The type's description.
  static var valueType: ValueType { get }
  /// The value to send.
  var value: Value { get }
}

/// A Swift type whose values can be sent and received.
public protocol Transferable: Representable {
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

extension Array: Representable where Element: Representable {
  /// The description of this type.
  public static var valueType: ValueType { .list(Element.valueType) }
  /// The value to send.
  public var value: Value { .list(map(\.value)) }
}

extension Array: Transferable where Element: Transferable {
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    guard case .list(let values) = value else { throw ConversionError(expected: "\(Self.valueType)") }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for value in values { elements.append(try Element(value)) }
    self = elements
  }
}

extension Optional: Representable where Wrapped: Representable {
  /// The description of this type.
  public static var valueType: ValueType { .optional(Wrapped.valueType) }
  /// The value to send.
  public var value: Value { self?.value ?? .none }
}

extension Optional: Transferable where Wrapped: Transferable {
  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    if case .none = value { self = nil } else { self = try Wrapped(value) }
  }
}
