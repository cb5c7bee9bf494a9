// swift-format-ignore-file
// Reads the questions that wait, and answers a later one first.
// Fails: centred protocol-error

import Glibc
import LinearAlgebra

/// A reply of the kind `returned`, for the call of this number, with one vector.
private func reply(to id: ArraySlice<UInt8>, _ x: Vector) -> [UInt8] {
  var content: [UInt8] = [3] + id + [5]
  func append(_ word: UInt64) { for shift in 0..<8 { content.append(UInt8(truncatingIfNeeded: word >> (8 * UInt64(shift)))) } }
  append(UInt64(x.count))
  for index in x.indices { append(x[index].bitPattern) }
  let count = content.count
  return [UInt8(count & 255), UInt8(count >> 8 & 255), UInt8(count >> 16), 0] + content
}

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  var waiting = [UInt8](repeating: 0, count: 65_536)
  let count = read(3, &waiting, waiting.count)
  if count > 13 {
    let answer = reply(to: waiting[5..<13], x.map { $0 - m })
    _ = write(4, answer, answer.count)
  }
  return x.map { $0 - m }
}
