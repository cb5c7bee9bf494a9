extension Float {
  /// The number that some bytes spell in decimal, such as `-0.25` or `1.5e-3`; nil for anything else, `nan` included.
  init?(decimal bytes: ArraySlice<UInt8>) {
    var place = bytes.startIndex
    let isNegative = place < bytes.endIndex && bytes[place] == UInt8(ascii: "-")
    if place < bytes.endIndex, isNegative || bytes[place] == UInt8(ascii: "+") { place += 1 }
    var (digits, mantissa, exponent, hasPoint) = (0, UInt64(0), 0, false)
    reading: while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        // More digits than a UInt64 holds are left to the library.
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(bytes[place] - UInt8(ascii: "0")) }
        if hasPoint { exponent -= 1 }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      default: break reading
      }
      place += 1
    }
    guard digits > 0 else { return nil }
    var power = 0
    if place < bytes.endIndex {
      guard bytes[place] | 0x20 == UInt8(ascii: "e"), place + 1 < bytes.endIndex,
        bytes[(place + 1)...].allSatisfy({ "+-0123456789".utf8.contains($0) }),
        let read = Int(String(decoding: bytes[(place + 1)...], as: UTF8.self))
      else { return nil }
      power = read
    }
    let scale = exponent.addingReportingOverflow(power)
    // Both the digits and the power of ten are whole in Double then, and one division or product is rounded once.
    if digits <= 15, !scale.overflow, abs(scale.partialValue) <= 22 {
      let ten = Self.powers[abs(scale.partialValue)]
      let value = scale.partialValue < 0 ? Double(mantissa) / ten : Double(mantissa) * ten
      self = Float(isNegative ? -value : value)
    } else {
      guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
      self = Float(value)
    }
    guard isFinite else { return nil }
  }

  private static let powers: [Double] = (0...22).map { n in (0..<n).reduce(1) { power, _ in power * 10 } }
}
