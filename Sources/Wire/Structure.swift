/// A structure that a student's file declares.
///
/// The grader writes the conformance beside the student's file, from the names of the stored properties:
///
///     extension LSTMState: Structure {
///       static var layout: StructureLayout<LSTMState> { StructureLayout("LSTMState", ["h", "c"], Self.init(h:c:)) }
///       var values: [Value] { [h.value, c.value] }
///     }
public protocol Structure: Transferable {
  /// The structure's name, the names and types of its stored properties, and how to make one.
  static var layout: StructureLayout<Self> { get }
  /// The values of the stored properties, in the order of the layout.
  var values: [Value] { get }
}

/// The name and the stored properties of a structure, and how it is made of them.
public struct StructureLayout<Root> {
  let name: String
  let labels: [String]
  let types: [ValueType]
  let make: ([Value.Field]) throws(ConversionError) -> Root

  /// Reads the types of the properties off the structure's memberwise initializer.
  public init<each Property: Transferable>(
    _ name: String, _ labels: [String], _ initializer: @escaping (repeat each Property) -> Root
  ) {
    var types: [ValueType] = []
    for property in repeat (each Property).self { types.append(property.valueType) }
    let count = types.count
    self.name = name
    self.labels = labels
    self.types = types
    self.make = { (fields) throws(ConversionError) in
      guard fields.count == count else { throw ConversionError(expected: "\(name) with \(count) fields") }
      var rest = fields[...]
      return initializer(repeat try Self.take((each Property).self, from: &rest))
    }
  }

  private static func take<Property: Transferable>(
    _: Property.Type, from rest: inout ArraySlice<Value.Field>
  ) throws(ConversionError) -> Property {
    try Property(rest.removeFirst().value)
  }
}

extension Structure {
  /// The description of this type.
  public static var valueType: ValueType {
    let layout = layout
    return .structure(layout.name, zip(layout.labels, layout.types).map { ValueType.Field($0, $1) })
  }

  /// The value to send.
  public var value: Value {
    let layout = Self.layout
    return .structure(layout.name, zip(layout.labels, values).map { Value.Field($0, $1) })
  }

  /// Reads a received value; throws when it is of another type.
  public init(_ value: Value) throws(ConversionError) {
    let layout = Self.layout
    guard case .structure(let name, let fields) = value, name == layout.name else {
      throw ConversionError(expected: layout.name)
    }
    self = try layout.make(fields)
  }
}
