// swift-format-ignore-file
// Sends once more what it has answered before.
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

nonisolated(unsafe) private var old: [UInt8] = []

/// Answers the next question, and answers it again.
private func replay() {
  var header = [UInt8](repeating: 0, count: 4)
  guard old.isEmpty, read(3, &header, 4) == 4 else { return }
  let count = Int(header[0]) + Int(header[1]) << 8
  var question = [UInt8](repeating: 0, count: count)
  guard read(3, &question, count) == count else { return }
  old = reply(to: question[1..<9], [0])
  var thread = pthread_t()
  pthread_create(&thread, nil, { _ in
    usleep(50_000)
    _ = write(4, old, old.count)
    _ = write(4, old, old.count)
    return nil
  }, nil)
}

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  replay()
  return x.map { $0 - m }
}
