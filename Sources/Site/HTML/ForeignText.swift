extension HTMLText {
  /// Writes a text that anybody may have made up: what steers a line or a terminal becomes visible, and HTML's marks are escaped.
  package mutating func foreign(_ text: String) {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: safe.unicodeScalars.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    self.text(safe)
  }
}
