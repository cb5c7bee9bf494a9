internal import LinearAlgebra

/// Appends values to a buffer in the wire's binary form: little-endian, every value led by a tag.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(word: UInt64) {
    unsafe withUnsafeBytes(of: word.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(count: Int) { append(word: UInt64(bitPattern: Int64(count))) }

  mutating func append(_ text: String) {
    append(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ numbers: [Double]) {
    #if _endian(big)
      for number in numbers { append(word: number.bitPattern) }
    #else
      unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    #endif
  }

  mutating func append(_ value: Value) {
    switch value {
    case .none: append(byte: Tag.none.rawValue)
    case .boolean(let content):
      append(byte: Tag.boolean.rawValue)
      append(byte: content ? 1 : 0)
    case .integer(let content):
      append(byte: Tag.integer.rawValue)
      append(word: UInt64(bitPattern: Int64(content)))
    case .number(let content):
      append(byte: Tag.number.rawValue)
      append(word: content.bitPattern)
    case .text(let content):
      append(byte: Tag.text.rawValue)
      append(content)
    case .vector(let content):
      append(byte: Tag.vector.rawValue)
      append(count: content.count)
      append(content.elements)
    case .matrix(let content):
      append(byte: Tag.matrix.rawValue)
      append(count: content.rows)
      append(count: content.columns)
      append(content.elements)
    case .list(let values):
      append(byte: Tag.list.rawValue)
      append(count: values.count)
      for value in values { append(value) }
    case .structure(let name, let fields):
      append(byte: Tag.structure.rawValue)
      append(name)
      append(count: fields.count)
      for field in fields {
        append(field.label)
        append(field.value)
      }
    }
  }

  mutating func append(_ type: ValueType) {
    switch type {
    case .void: append(byte: TypeTag.void.rawValue)
    case .boolean: append(byte: TypeTag.boolean.rawValue)
    case .integer: append(byte: TypeTag.integer.rawValue)
    case .number: append(byte: TypeTag.number.rawValue)
    case .text: append(byte: TypeTag.text.rawValue)
    case .vector: append(byte: TypeTag.vector.rawValue)
    case .matrix: append(byte: TypeTag.matrix.rawValue)
    case .optional(let wrapped):
      append(byte: TypeTag.optional.rawValue)
      append(wrapped)
    case .list(let element):
      append(byte: TypeTag.list.rawValue)
      append(element)
    case .structure(let name, let fields):
      append(byte: TypeTag.structure.rawValue)
      append(name)
      append(count: fields.count)
      for field in fields {
        append(field.label)
        append(field.type)
      }
    case .other(let name):
      append(byte: TypeTag.other.rawValue)
      append(name)
    }
  }
}

/// The byte that leads a value.
enum Tag: UInt8 {
  case none, boolean, integer, number, text, vector, matrix, list, structure
}

/// The byte that leads a type.
enum TypeTag: UInt8 {
  case void, boolean, integer, number, text, vector, matrix, optional, list, structure, other
}
