// swift-format-ignore-file
// Errors and warnings with markup and escapes in them.
// Never says: 

import Glibc
import LinearAlgebra

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  #warning("<script>alert(1)</script> \u{1B}[2J \u{202E}")
  #error("<b>bold</b> [x](javascript:alert(1)) \u{1B}]0;title\u{07}")
  return x.map { $0 - m }
}
