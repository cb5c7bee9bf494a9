// Answers with lists in lists in lists.
// Fails: centred protocol-error

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
  var content: [UInt8] = [3] + [UInt8](repeating: 0, count: 8)
  for _ in 0..<100_000 { content += [7, 1, 0, 0, 0, 0, 0, 0, 0] }
  content.append(0)
  let count = content.count
  let frame = [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16), 0] + content
  _ = write(4, frame, frame.count)
  return x.map { $0 - m }
}
