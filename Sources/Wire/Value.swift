public import LinearAlgebra

/// A value that crosses the boundary between the grader and a student's program.
///
/// The encoding describes itself, so that the receiver can read, compare and print a value without knowing its Swift type.
public indirect enum Value: Hashable, Sendable {
  /// The absent value of an optional.
  case none
  /// A truth value.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A real number, possibly infinite or not a number.
  case number(Double)
  /// A text.
  case text(String)
  /// A column vector.
  case vector(Vector)
  /// A matrix.
  case matrix(Matrix)
  /// An array of values.
  case list([Value])
  /// A structure: its name and its stored properties in the order of their declaration.
  case structure(String, [Field])

  /// A stored property of a structure.
  public struct Field: Hashable, Sendable {
    /// The property's name.
    public let label: String
    /// The property's value.
    public let value: Value

    /// Makes a field.
    public init(_ label: String, _ value: Value) {
      self.label = label
      self.value = value
    }
  }
}

/// The type of a ``Value``, as far as it is fixed by a Swift declaration.
public indirect enum ValueType: Hashable, Sendable {
  /// No value: a function that returns nothing.
  case void
  /// `Bool`.
  case boolean
  /// `Int`.
  case integer
  /// `Double`.
  case number
  /// `String`.
  case text
  /// `Vector`.
  case vector
  /// `Matrix`.
  case matrix
  /// An optional of the wrapped type.
  case optional(ValueType)
  /// An array of the element type.
  case list(ValueType)
  /// A structure of the given name and fields.
  case structure(String, [Field])
  /// Any other type, which cannot be sent.
  case other(String)

  /// The declaration of a stored property.
  public struct Field: Hashable, Sendable {
    /// The property's name.
    public let label: String
    /// The property's type.
    public let type: ValueType

    /// Makes a field.
    public init(_ label: String, _ type: ValueType) {
      self.label = label
      self.type = type
    }
  }
}

extension ValueType: CustomStringConvertible {
  /// The type as Swift writes it.
  public var description: String {
    switch self {
    case .void: "Void"
    case .boolean: "Bool"
    case .integer: "Int"
    case .number: "Double"
    case .text: "String"
    case .vector: "Vector"
    case .matrix: "Matrix"
    case .optional(let wrapped): "\(wrapped)?"
    case .list(let element): "[\(element)]"
    case .structure(let name, _): name
    case .other(let name): name
    }
  }
}

/// The type of a function that a student writes.
public struct FunctionType: Hashable, Sendable, CustomStringConvertible {
  /// The types of the parameters, in order.
  public let parameters: [ValueType]
  /// The type of the result.
  public let result: ValueType

  /// Makes a function type.
  public init(parameters: [ValueType], result: ValueType) {
    self.parameters = parameters
    self.result = result
  }

  /// The type as Swift writes it, such as `(Vector, Int) -> Double`.
  public var description: String {
    "(" + parameters.map(\.description).joined(separator: ", ") + ") -> \(result)"
  }
}
