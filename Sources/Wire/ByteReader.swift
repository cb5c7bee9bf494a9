internal import LinearAlgebra

/// A received frame is not one that the other side may send.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with it.
  public let description: String
  /// Whether it is wrong in its length alone.
  public let isLength: Bool

  init(_ description: String, isLength: Bool = false) {
    self.description = description
    self.isLength = isLength
  }
}

/// Reads values from bytes that may be hostile: every count is held against the bytes that are left before anything is
/// allocated, and nesting is bounded.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private static let deepest = 32
  /// How many values and types may be left to read: a few bytes in a frame become many in memory, so that their number is bounded.
  private var partsLeft: Int
  private static let mostParts = 1 << 16

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.position = bytes.startIndex
    self.partsLeft = Self.mostParts
  }

  var isAtEnd: Bool { position == bytes.endIndex }
  private var remaining: Int { bytes.endIndex - position }

  mutating func byte() throws(WireError) -> UInt8 {
    guard remaining >= 1 else { throw WireError("the frame ends too early") }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func word() throws(WireError) -> UInt64 {
    guard remaining >= 8 else { throw WireError("the frame ends too early") }
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
    position += 8
    return word
  }

  /// A count of items that take at least `size` bytes each.
  mutating func count(ofSize size: Int) throws(WireError) -> Int {
    let word = try word()
    guard word <= UInt64(remaining / size) else { throw WireError("a count of \(word) does not fit the frame") }
    return Int(word)
  }

  mutating func text() throws(WireError) -> String {
    let count = try count(ofSize: 1)
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func numbers(_ count: Int) throws(WireError) -> [Double] {
    guard count <= remaining / 8 else { throw WireError("the frame ends too early") }
    defer { position += count * 8 }
    return unsafe [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe bytes[position..<position + count * 8].withUnsafeBytes { source in
        for index in 0..<count {
          let bits = unsafe source.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
          unsafe buffer.initializeElement(at: index, to: Double(bitPattern: UInt64(littleEndian: bits)))
        }
      }
      initialized = count
    }
  }

  mutating func value(depth: Int = 0) throws(WireError) -> Value {
    guard depth < Self.deepest else { throw WireError("a value is nested more than \(Self.deepest) deep") }
    try countPart()
    let tag = try byte()
    switch Tag(rawValue: tag) {
    case .none?: return .none
    case .boolean: return .boolean(try byte() != 0)
    case .integer: return .integer(Int(Int64(bitPattern: try word())))
    case .number: return .number(Double(bitPattern: try word()))
    case .text: return .text(try text())
    case .vector: return .vector(Vector(try numbers(try count(ofSize: 8))))
    case .matrix: return .matrix(try matrix())
    case .list:
      let count = try count(ofSize: 1)
      var values: [Value] = []
      for _ in 0..<count { values.append(try value(depth: depth + 1)) }
      return .list(values)
    case .structure:
      let name = try text()
      let count = try count(ofSize: 9)
      var fields: [Value.Field] = []
      for _ in 0..<count { fields.append(Value.Field(try text(), try value(depth: depth + 1))) }
      return .structure(name, fields)
    case nil: throw WireError("no value begins with the byte \(tag)")
    }
  }

  /// Takes note of one more value or type, or of something else that takes memory of its own.
  mutating func countPart() throws(WireError) {
    guard partsLeft > 0 else { throw WireError("a frame of more than \(Self.mostParts) values") }
    partsLeft -= 1
  }

  private mutating func matrix() throws(WireError) -> Matrix {
    let rows = try word()
    let columns = try word()
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    let largest = UInt64(Int32.max)
    guard !overflow, rows <= largest, columns <= largest, count <= UInt64(remaining / 8) else {
      throw WireError("a matrix of \(rows) x \(columns) does not fit the frame")
    }
    return Matrix(rows: Int(rows), columns: Int(columns), elements: try numbers(Int(count)))
  }

  mutating func type(depth: Int = 0) throws(WireError) -> ValueType {
    guard depth < Self.deepest else { throw WireError("a type is nested more than \(Self.deepest) deep") }
    try countPart()
    let tag = try byte()
    switch TypeTag(rawValue: tag) {
    case .void: return .void
    case .boolean: return .boolean
    case .integer: return .integer
    case .number: return .number
    case .text: return .text
    case .vector: return .vector
    case .matrix: return .matrix
    case .optional: return .optional(try type(depth: depth + 1))
    case .list: return .list(try type(depth: depth + 1))
    case .structure:
      let name = try text()
      let count = try count(ofSize: 9)
      var fields: [ValueType.Field] = []
      for _ in 0..<count { fields.append(ValueType.Field(try text(), try type(depth: depth + 1))) }
      return .structure(name, fields)
    case .other: return .other(try text())
    case nil: throw WireError("no type begins with the byte \(tag)")
    }
  }
}

extension WireError {
  /// Bytes came that are not the beginning of any reply that is waited for.
  public static let noReply = WireError("it sent bytes that are no reply")

  /// A frame is longer than the receiver takes.
  public static func tooLong(_ length: Int, largest: Int) -> WireError {
    WireError("a reply of \(length) bytes, where \(largest) are allowed", isLength: true)
  }
}
