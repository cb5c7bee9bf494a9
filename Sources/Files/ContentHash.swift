/// A name for content: FNV-1a over its bytes, with the lengths of its parts.
package struct ContentHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of nothing.
  package init() {}

  /// The hash of a text.
  package init(of text: String) { mix(text) }

  /// The hash of bytes.
  package init(of bytes: [UInt8]) { mix(bytes) }

  /// Adds a part.
  package mutating func mix(_ bytes: some Collection<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var length = UInt64(bytes.count)
    while length > 0 {
      state = (state ^ (length & 0xFF)) &* 0x100_0000_01B3
      length >>= 8
    }
  }

  /// Adds a part.
  package mutating func mix(_ text: String) { mix(text.utf8) }

  /// The hash in hexadecimal digits.
  package var text: String { String(state, radix: 16) }
}
