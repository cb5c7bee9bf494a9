// Exponential and logarithm of this module's own: the C library has several of each and takes the one that suits the
// processor, whose last bits differ. Training repeats such differences a million times. With these the same seed gives
// the same vectors on every machine.

/// The exponential, with a relative error below 1e-8, or below 1e-15 if `isPrecise`.
@inline(__always)
func exponential(_ x: Double, isPrecise: Bool) -> Double {
  // e^x = 2^k e^r, with r from -ln 2 / 2 to ln 2 / 2; ln 2 in two parts, so that k times the first is exact.
  let bounded = max(-708, min(709, x))
  let k = (bounded * 1.4426950408889634).rounded()
  let r = (bounded - k * 0.693147180369123816490) - k * 1.90821492927058770002e-10
  // The series of e^r, from its last term on.
  var sum = 0.0
  if isPrecise {
    sum = 1 / 6_227_020_800
    sum = sum * r + 1 / 479_001_600
    sum = sum * r + 1 / 39_916_800
    sum = sum * r + 1 / 3_628_800
    sum = sum * r + 1 / 362_880
    sum = sum * r + 1 / 40_320
  }
  sum = sum * r + 1 / 5_040
  sum = sum * r + 1 / 720
  sum = sum * r + 1 / 120
  sum = sum * r + 1 / 24
  sum = sum * r + 1 / 6
  sum = sum * r + 1 / 2
  sum = sum * r + 1
  sum = sum * r + 1
  return sum * Double(bitPattern: UInt64(bitPattern: Int64(k) + 1023) << 52)
}

/// The natural logarithm of a number above 0.
func logarithm(_ x: Double) -> Double {
  // x = 2^k m, with m from 1/√2 to √2, and log m = 2 (s + s^3 / 3 + s^5 / 5 + ...) with s = (m - 1) / (m + 1).
  var k = Double(x.exponent)
  var m = x.significand
  if m > 1.4142135623730951 {
    m /= 2
    k += 1
  }
  let s = (m - 1) / (m + 1)
  let square = s * s
  var sum = 0.0
  for n in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / n }
  return k * 0.693147180369123816490 + (2 * s * sum + k * 1.90821492927058770002e-10)
}

/// A number above 0 to a power.
func power(_ x: Double, _ exponent: Double) -> Double {
  exponential(exponent * logarithm(x), isPrecise: true)
}

/// `1 / (1 + e^-x)`.
@inline(__always)
func sigmoid<Number: TrainingNumber>(_ x: Number) -> Number {
  Number(1 / (1 + exponential(-Double(x), isPrecise: Number.significandBitCount > 23)))
}
