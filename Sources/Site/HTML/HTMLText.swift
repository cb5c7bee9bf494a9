/// A piece of HTML that is being written, as bytes of UTF-8.
package struct HTMLText: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// An empty text.
  package init() {}

  /// Writes HTML as it is.
  package mutating func html(_ html: String) {
    var html = html
    html.withUTF8 { bytes in unsafe self.bytes.append(contentsOf: bytes) }
  }

  /// Writes HTML as it is.
  package mutating func html(_ other: HTMLText) { bytes += other.bytes }

  /// Writes a text, with what HTML would take for its own marks escaped.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var plain = 0
      for index in source.indices {
        guard let escape = Self.escape(unsafe source[index]) else { continue }
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[plain..<index]))
        html(escape)
        plain = index + 1
      }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[plain...]))
    }
  }

  private static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// Writes an address, with what may not stand in one escaped, as the CommonMark specification's examples do.
  package mutating func address(_ address: String) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): html("&amp;")
      case UInt8(ascii: "'"): html("&#x27;")
      case _ where Self.standsInAddresses(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 0xF)]
      }
    }
  }

  private static func standsInAddresses(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // "!#$%" and "()*+,-./" and ":;=?@", "_" and "~".
    case 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
