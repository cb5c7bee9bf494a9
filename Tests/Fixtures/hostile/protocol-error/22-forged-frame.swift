// Writes a forged answer to the descriptor of the replies.
// Fails: centred protocol-error
// Says: the program broke the protocol:

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
  // A frame of the kind `returned` for a call whose number is only guessed.
  var frame: [UInt8] = [18, 0, 0, 0, 3]
  frame += [UInt8](repeating: 0, count: 8)
  frame += [3, 0, 0, 0, 0, 0, 0, 0, 0]
  _ = write(4, frame, frame.count)
  return x.map { $0 - m }
}
