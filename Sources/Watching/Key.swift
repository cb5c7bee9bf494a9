/// A key that was pressed.
package enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, pageUp, pageDown, home, end, escape

  /// Reads the bytes that a terminal sends; sequences of keys that mean nothing here are passed over.
  package static func keys(in bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        if byte == 0x0D || byte == 0x0A { keys.append(.character("\n")) }
        if (0x20..<0x7F).contains(byte) { keys.append(.character(Character(Unicode.Scalar(byte)))) }
        continue
      }
      guard let introducer = rest.first, introducer == 0x5B || introducer == 0x4F else {
        keys.append(.escape)
        continue
      }
      rest = rest.dropFirst()
      let parameters = rest.prefix { !(0x40...0x7E).contains($0) }
      rest = rest.dropFirst(parameters.count)
      guard let last = rest.popFirst() else { break }
      if let key = key(last, String(decoding: parameters, as: UTF8.self)) { keys.append(key) }
    }
    return keys
  }

  private static func key(_ last: UInt8, _ parameters: String) -> Key? {
    switch (Character(Unicode.Scalar(last)), parameters) {
    case ("A", _): .up
    case ("B", _): .down
    case ("H", _), ("~", "1"), ("~", "7"): .home
    case ("F", _), ("~", "4"), ("~", "8"): .end
    case ("~", "5"): .pageUp
    case ("~", "6"): .pageDown
    default: nil
    }
  }
}
