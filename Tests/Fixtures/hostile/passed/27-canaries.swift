// Prints its environment and what its descriptors lead to.
// Never says: GRADUS
// Never says: secret
// Never says: HOME=

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
  var variable = environ
  while let text = variable.pointee {
    print(String(cString: text))
    variable += 1
  }
  for number in 0..<1024 where fcntl(Int32(number), F_GETFD) >= 0 {
    if number > 4 { fatalError("descriptor \(number)") }
    var buffer = [CChar](repeating: 0, count: 1000)
    let count = readlink("/proc/self/fd/\(number)", &buffer, 999)
    print(number, String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self))
  }
  return x.map { $0 - m }
}
