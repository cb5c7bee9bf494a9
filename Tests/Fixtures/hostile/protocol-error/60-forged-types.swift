// swift-format-ignore-file
// Says of itself, while it is loaded, that it offers something else.

import Glibc
import LinearAlgebra

@section(".init_array") @used let atStart: @convention(c) () -> Void = {
  var content: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 0, 0]
  for _ in 0..<65_536 { content += [UInt8](repeating: 0, count: 17) }
  let count = content.count
  let frame = [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16), 0] + content
  _ = write(4, frame, frame.count)
}

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  return x.map { $0 - m }
}
