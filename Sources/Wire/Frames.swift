/// What the grader asks of a student's program.
///
/// A frame is a length of four bytes, little-endian, then as many bytes. The grader sends frames in order and gets one reply to
/// each, in the same order.
public enum Request: Hashable, Sendable {
  /// Load the student's code, a shared library at the given path; answered by ``Reply/loaded(_:)``.
  case load(path: String)
  /// Keep a value under a number, so that many calls can use it without its crossing the wire again.
  case keep(slot: Int, value: Value)
  /// Call a function.
  case call(id: UInt64, function: String, arguments: [Argument])

  /// An argument of a call.
  public enum Argument: Hashable, Sendable {
    /// A value that comes with the call.
    case value(Value)
    /// A value kept before.
    case kept(slot: Int)
  }
}

/// What a student's program answers.
///
/// Everything in it is to be distrusted.
public enum Reply: Hashable, Sendable {
  /// The code is loaded; it offers these functions.
  case loaded([ExposedFunction])
  /// The code could not be loaded.
  case notLoaded(String)
  /// The value is kept.
  case kept
  /// The function returned.
  case returned(id: UInt64, value: Value)
  /// The function threw an error.
  case threw(id: UInt64, message: String)
  /// The function is not written yet: it met a `todo()` at this line.
  case notImplemented(id: UInt64, what: String, line: Int)
  /// The function takes other arguments, or there is none of that name.
  case refused(id: UInt64, reason: String)
  /// The program is about to die of a signal; the code addresses are relative to the loaded library, innermost first.
  case dying(signal: Int, addresses: [UInt64])
}

/// A function that a student's program offers.
public struct ExposedFunction: Hashable, Sendable {
  /// The name it was exposed under.
  public let name: String
  /// Its type.
  public let type: FunctionType

  /// Makes a description.
  public init(name: String, type: FunctionType) {
    self.name = name
    self.type = type
  }
}

extension Request {
  /// The frame's bytes, the length included.
  public var frame: [UInt8] {
    var writer = ByteWriter()
    switch self {
    case .load(let path):
      writer.append(byte: 0)
      writer.append(path)
    case .keep(let slot, let value):
      writer.append(byte: 1)
      writer.append(count: slot)
      writer.append(value)
    case .call(let id, let function, let arguments):
      writer.append(byte: 2)
      writer.append(word: id)
      writer.append(function)
      writer.append(count: arguments.count)
      for argument in arguments {
        switch argument {
        case .value(let value):
          writer.append(byte: 0)
          writer.append(value)
        case .kept(let slot):
          writer.append(byte: 1)
          writer.append(count: slot)
        }
      }
    }
    return framed(writer.bytes)
  }

  /// Reads a frame's content, without its length.
  public init(content: ArraySlice<UInt8>) throws(WireError) {
    var reader = ByteReader(content)
    switch try reader.byte() {
    case 0: self = .load(path: try reader.text())
    case 1: self = .keep(slot: Int(truncatingIfNeeded: try reader.word()), value: try reader.value())
    case 2:
      let id = try reader.word()
      let function = try reader.text()
      let count = try reader.count(ofSize: 2)
      var arguments: [Argument] = []
      for _ in 0..<count {
        switch try reader.byte() {
        case 0: arguments.append(.value(try reader.value()))
        default: arguments.append(.kept(slot: Int(truncatingIfNeeded: try reader.word())))
        }
      }
      self = .call(id: id, function: function, arguments: arguments)
    case let kind: throw WireError("no request of kind \(kind)")
    }
    guard reader.isAtEnd else { throw WireError("a request is followed by more bytes") }
  }
}

extension Reply {
  /// The frame's bytes, the length included.
  public var frame: [UInt8] {
    var writer = ByteWriter()
    switch self {
    case .loaded(let functions):
      writer.append(byte: 0)
      writer.append(count: functions.count)
      for function in functions {
        writer.append(function.name)
        writer.append(count: function.type.parameters.count)
        for parameter in function.type.parameters { writer.append(parameter) }
        writer.append(function.type.result)
      }
    case .notLoaded(let message):
      writer.append(byte: 1)
      writer.append(message)
    case .kept: writer.append(byte: 2)
    case .returned(let id, let value):
      writer.append(byte: 3)
      writer.append(word: id)
      writer.append(value)
    case .threw(let id, let message):
      writer.append(byte: 4)
      writer.append(word: id)
      writer.append(message)
    case .notImplemented(let id, let what, let line):
      writer.append(byte: 5)
      writer.append(word: id)
      writer.append(what)
      writer.append(count: line)
    case .refused(let id, let reason):
      writer.append(byte: 6)
      writer.append(word: id)
      writer.append(reason)
    case .dying(let signal, let addresses):
      writer.append(byte: 7)
      writer.append(count: signal)
      writer.append(count: addresses.count)
      for address in addresses { writer.append(word: address) }
    }
    return framed(writer.bytes)
  }

  /// Reads a frame's content, without its length.
  public init(content: ArraySlice<UInt8>) throws(WireError) {
    var reader = ByteReader(content)
    switch try reader.byte() {
    case 0:
      let count = try reader.count(ofSize: 17)
      var functions: [ExposedFunction] = []
      for _ in 0..<count { functions.append(try reader.function()) }
      self = .loaded(functions)
    case 1: self = .notLoaded(try reader.text())
    case 2: self = .kept
    case 3: self = .returned(id: try reader.word(), value: try reader.value())
    case 4: self = .threw(id: try reader.word(), message: try reader.text())
    case 5:
      self = .notImplemented(
        id: try reader.word(), what: try reader.text(), line: Int(truncatingIfNeeded: try reader.word()))
    case 6: self = .refused(id: try reader.word(), reason: try reader.text())
    case 7:
      let signal = Int(truncatingIfNeeded: try reader.word())
      let count = try reader.count(ofSize: 8)
      var addresses: [UInt64] = []
      for _ in 0..<count { addresses.append(try reader.word()) }
      self = .dying(signal: signal, addresses: addresses)
    case let kind: throw WireError("no reply of kind \(kind)")
    }
    guard reader.isAtEnd else { throw WireError("a reply is followed by more bytes") }
  }
}

extension Reply {
  /// Whether the beginning of a reply, at least nine bytes, is that of a value returned by the call of this number.
  public static func answers(_ beginning: ArraySlice<UInt8>, id: UInt64?) -> Bool {
    var reader = ByteReader(beginning)
    guard let id, let kind = try? reader.byte(), let found = try? reader.word() else { return false }
    return kind == 3 && found == id
  }
}

extension ByteReader {
  fileprivate mutating func function() throws(WireError) -> ExposedFunction {
    try countPart()
    let name = try text()
    let count = try count(ofSize: 1)
    var parameters: [ValueType] = []
    for _ in 0..<count { parameters.append(try type()) }
    return ExposedFunction(name: name, type: FunctionType(parameters: parameters, result: try type()))
  }
}

private func framed(_ content: [UInt8]) -> [UInt8] {
  let count = UInt32(content.count)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(content.count + 4)
  for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
  bytes += content
  return bytes
}
