internal import Glibc

/// Numbers as people read them in figures: with a true minus sign and commas between thousands.
package enum NumberText {
  /// A number with so many decimals.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return scientific(value) }
    let scale = pow(10, Double(decimals))
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return scientific(value) }
    let whole = Int(scaled)
    let unit = Int(scale)
    var text = grouped(whole / unit)
    if decimals > 0 {
      let digits = String(whole % unit)
      text += "." + String(repeating: "0", count: decimals - digits.count) + digits
    }
    return (value < 0 && whole > 0 ? "\u{2212}" : "") + text
  }

  /// A number with about two digits that count, and as a power of ten where it is very large or small.
  package static func short(_ value: Double) -> String {
    let size = abs(value)
    if size == 0 { return "0" }
    guard size.isFinite, size >= 0.001, size < 1e6 else { return scientific(value) }
    return fixed(value, decimals: size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 4)
  }

  /// A number with two digits and a power of ten, `3.2 × 10^{−9}`, in the markup of charts.
  package static func scientific(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "\u{2212}∞" : "∞" }
    guard value != 0 else { return "0" }
    var exponent = floor(log10(abs(value)))
    var mantissa = abs(value) / pow(10, exponent)
    if mantissa >= 9.95 { (mantissa, exponent) = (1, exponent + 1) }
    let sign = value < 0 ? "\u{2212}" : ""
    return "\(sign)\(fixed(mantissa, decimals: 1)) × 10^{\(fixed(exponent, decimals: 0))}"
  }

  /// A power of ten as the tick of a logarithmic axis.
  static func power(_ value: Double) -> String {
    let exponent = log10(value)
    guard abs(exponent - exponent.rounded()) < 1e-9 else { return short(value) }
    if value > 0.0999 && value < 1e4 { return fixed(value, decimals: value < 0.5 ? 1 : 0) }
    return "10^{\(fixed(exponent, decimals: 0))}"
  }

  /// How many decimals a number has, `most` at most.
  package static func decimalsNeeded(_ value: Double, most: Int = 6) -> Int {
    (0..<most).first { decimals in
      let scaled = value * pow(10, Double(decimals))
      return abs(scaled - scaled.rounded()) <= 1e-9 * max(1, abs(scaled))
    } ?? most
  }

  /// A length or place in a drawing, with two decimals at most and as few characters as that takes.
  static func coordinate(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    var text = (hundredths < 0 ? "-" : "") + String(whole)
    if rest > 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
    return text
  }

  private static func grouped(_ value: Int) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      // Four digits stay together, as in years.
      if digits.count > 4 && index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
