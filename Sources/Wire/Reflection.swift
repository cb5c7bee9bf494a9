// Stored properties, their types and offsets, are what the standard library's reflection interface tells; it is not public, so everything that
// relies on it stands in this file.
@_spi(Reflection) internal import Swift

/// Structures cross the wire without any help from the file that declares them: as the list of their stored properties.
enum Reflection {
  /// A stored property of a structure.
  struct Property {
    let label: String
    let type: Any.Type
    let offset: Int
  }

  /// The stored properties of a structure in the order of their declaration; nil for any other kind of type, and for one without properties.
  static func properties(of type: Any.Type) -> [Property]? {
    var properties: [Property] = []
    // False for classes; enumerations and functions have no fields.
    let isComplete = unsafe _forEachField(of: type) { name, offset, fieldType, _ in
      properties.append(Property(label: unsafe String(cString: name), type: fieldType, offset: offset))
      return true
    }
    return isComplete && !properties.isEmpty ? properties : nil
  }

  /// The description of a type.
  static func valueType(of type: Any.Type) -> ValueType {
    if let known = type as? any Transferable.Type { return known.valueType }
    if type == Void.self { return .void }
    guard let properties = properties(of: type) else { return .other("\(type)") }
    return .structure("\(type)", properties.map { ValueType.Field($0.label, valueType(of: $0.type)) })
  }

  /// The value to send for something of any type; nil where the type is none that can be sent.
  static func value<Content>(of content: Content) -> Value? {
    if let known = content as? any Transferable { return known.value }
    guard let properties = properties(of: Content.self) else { return nil }
    var fields: [Value.Field] = []
    var isComplete = true
    unsafe withUnsafeBytes(of: content) { bytes in
      for property in properties {
        func read<Field>(_: Field.Type) -> Value? {
          // The bytes of a stored property are an initialised value of its type.
          unsafe value(of: bytes.baseAddress?.advanced(by: property.offset).assumingMemoryBound(to: Field.self).pointee)
            .flatMap(\.self)
        }
        guard let value = _openExistential(property.type, do: read) else {
          isComplete = false
          return
        }
        fields.append(Value.Field(property.label, value))
      }
    }
    return isComplete ? .structure("\(Content.self)", fields) : nil
  }

  /// Makes something of any type from a received value.
  ///
  /// - Throws: ``ConversionError`` when the value does not fit the type.
  static func make<Content>(_ type: Content.Type, from value: Value) throws(ConversionError) -> Content {
    if let known = type as? any Transferable.Type {
      guard let content = try known.init(value) as? Content else { throw ConversionError(expected: "\(type)") }
      return content
    }
    guard let properties = properties(of: type), case .structure(let name, let fields) = value, name == "\(type)",
      fields.map(\.label) == properties.map(\.label)
    else { throw ConversionError(expected: "\(type)") }
    let memory = UnsafeMutablePointer<Content>.allocate(capacity: 1)
    defer { unsafe memory.deallocate() }
    var initialised = 0
    do throws(ConversionError) {
      for (property, field) in zip(properties, fields) {
        try unsafe fill(property, with: field.value, at: memory)
        initialised += 1
      }
    } catch {
      for property in properties.prefix(initialised) { unsafe clear(property, at: memory) }
      throw error
    }
    // Every stored property is initialised now, and a structure is nothing but them.
    return unsafe memory.move()
  }

  private static func fill(
    _ property: Property, with value: Value, at memory: UnsafeMutableRawPointer
  ) throws(ConversionError) {
    func fill<Field>(_ type: Field.Type) -> Result<Void, ConversionError> {
      do throws(ConversionError) {
        let content = try make(type, from: value)
        unsafe memory.advanced(by: property.offset).bindMemory(to: Field.self, capacity: 1).initialize(to: content)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try _openExistential(property.type, do: fill).get()
  }

  private static func clear(_ property: Property, at memory: UnsafeMutableRawPointer) {
    func clear<Field>(_: Field.Type) {
      unsafe memory.advanced(by: property.offset).assumingMemoryBound(to: Field.self).deinitialize(count: 1)
    }
    _openExistential(property.type, do: clear)
  }
}

extension Value {
  /// The value of something of any type.
  ///
  /// Numbers, truth values, texts, vectors, matrices, optionals and arrays of what can be sent, and structures of such stored properties.
  ///
  /// - Throws: ``ConversionError`` for anything else.
  public init(of content: Any) throws(ConversionError) {
    func value<Content>(_ content: Content) -> Value? { Reflection.value(of: content) }
    guard let value = _openExistential(content, do: value) else {
      throw ConversionError(expected: "a type that can be sent, not \(type(of: content))")
    }
    self = value
  }

  /// Makes something of the given type of the value.
  ///
  /// - Throws: ``ConversionError`` when the value does not fit the type.
  public func content<Content>(as type: Content.Type) throws(ConversionError) -> Content {
    try Reflection.make(type, from: self)
  }
}
