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
  public static var valueType: ValueType { .boolean }
  public var value: Value { .boolean(self) }
  public init(_ value: Value) throws(ConversionError) {
    guard case .boolean(let content) = value else { throw ConversionError(expected: "Bool") }
    self = content
  }
}

extension Int: Transferable {
  public static var valueType: ValueType { .integer }
  public var value: Value { .integer(self) }
  public init(_ value: Value) throws(ConversionError) {
    guard case .integer(let content) = value else { throw ConversionError(expected: "Int") }
    self = content
  }
}

extension Double: Transferable {
  public static var valueType: ValueType { .number }
  public var value: Value { .number(self) }
  public init(_ value: Value) throws(ConversionError) {
    guard case .number(let content) = value else { throw ConversionError(expected: "Double") }
    self = content
  }
}

extension String: Transferable {
  public static var valueType: ValueType { .text }
  public var value: Value { .text(self) }
  public init(_ value: Value) throws(ConversionError) {
    guard case .text(let content) = value else { throw ConversionError(expected: "String") }
    self = content
  }
}

extension Vector: Transferable {
  public static var valueType: ValueType { .vector }
  public var value: Value { .vector(self) }
  public init(_ value: Value) throws(ConversionError) {
    guard case .vector(let content) = value else { throw ConversionError(expected: "Vector") }
    self = content
  }
}

extension Matrix: Transferable {
  public static var valueType: ValueType { .matrix }
  public var value: Value { .matrix(self) }
  public init(_ value: Value) throws(ConversionError) {
    guard case .matrix(let content) = value else { throw ConversionError(expected: "Matrix") }
    self = content
  }
}

extension Array: Representable where Element: Representable {
  public static var valueType: ValueType { .list(Element.valueType) }
  public var value: Value { .list(map(\.value)) }
}

extension Array: Transferable where Element: Transferable {
  public init(_ value: Value) throws(ConversionError) {
    guard case .list(let values) = value else { throw ConversionError(expected: "\(Self.valueType)") }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for value in values { elements.append(try Element(value)) }
    self = elements
  }
}

extension Optional: Representable where Wrapped: Representable {
  public static var valueType: ValueType { .optional(Wrapped.valueType) }
  public var value: Value { self?.value ?? .none }
}

extension Optional: Transferable where Wrapped: Transferable {
  public init(_ value: Value) throws(ConversionError) {
    if case .none = value { self = nil } else { self = try Wrapped(value) }
  }
}
