/// A structure that a student's file declares.
///
/// The grader writes the conformance beside the student's file, from the structure's fields:
///
///     extension LSTMState: Structure {
///       static var fields: StructureFields<LSTMState> { StructureFields("LSTMState", ("h", \.h), ("c", \.c)) }
///       init(reading reader: inout FieldReader) throws(ConversionError) { self.init(h: try reader.next(), c: try reader.next()) }
///     }
public protocol Structure: Transferable {
  /// The structure's name and stored properties.
  static var fields: StructureFields<Self> { get }
  /// Reads the stored properties in the order of their declaration.
  init(reading reader: inout FieldReader) throws(ConversionError)
}

/// The name and the stored properties of a structure.
public struct StructureFields<Root> {
  let name: String
  let types: [ValueType.Field]
  let values: (Root) -> [Value.Field]

  /// Lists the properties by label and key path.
  public init<each Property: Transferable>(_ name: String, _ fields: repeat (String, KeyPath<Root, each Property>)) {
    self.name = name
    var types: [ValueType.Field] = []
    for (label, path) in repeat each fields { types.append(Self.field(label, path)) }
    self.types = types
    self.values = { root in
      var values: [Value.Field] = []
      for (label, path) in repeat each fields { values.append(Value.Field(label, root[keyPath: path].value)) }
      return values
    }
  }

  private static func field<Property: Transferable>(_ label: String, _ path: KeyPath<Root, Property>) -> ValueType.Field {
    ValueType.Field(label, Property.valueType)
  }
}

/// Hands out the fields of a received structure one by one.
public struct FieldReader {
  private var rest: ArraySlice<Value.Field>
  private let structure: String

  init(_ structure: String, _ fields: [Value.Field]) {
    self.structure = structure
    self.rest = fields[...]
  }

  /// The next field's value.
  ///
  /// - Throws: ``ConversionError`` when there is none or it is of another type.
  public mutating func next<Property: Transferable>() throws(ConversionError) -> Property {
    guard let field = rest.popFirst() else { throw ConversionError(expected: "another field of \(structure)") }
    return try Property(field.value)
  }
}

extension Structure {
  public static var valueType: ValueType { .structure(fields.name, fields.types) }
  public var value: Value { .structure(Self.fields.name, Self.fields.values(self)) }

  public init(_ value: Value) throws(ConversionError) {
    guard case .structure(let name, let fields) = value, name == Self.fields.name else {
      throw ConversionError(expected: Self.fields.name)
    }
    var reader = FieldReader(name, fields)
    try self.init(reading: &reader)
  }
}
