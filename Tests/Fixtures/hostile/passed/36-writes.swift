// swift-format-ignore-file
// Writes wherever somebody might find it.

import Glibc
import LinearAlgebra

/// A system call by its number, as C makes it.
@_silgen_name("syscall") private func call(
  _ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, _ e: Int = 0
) -> Int

private let written: Void = {
  var places = ["/", "/tmp", "/dev/shm", "/var/tmp", "/run", "/w", "/usr/lib", ".", "/root", "/home", "/proc/self"]
  var folder = [CChar](repeating: 0, count: 4096)
  if getcwd(&folder, 4096) != nil { places.append(String(decoding: folder.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)) }
  for place in places {
    let path = "\(place)/gradus-canary"
    if open(path, O_WRONLY | O_CREAT, 0o600) >= 0 || mkdir(path, 0o700) == 0 || symlink("/", path) == 0 {
      fatalError("wrote \(path)")
    }
    if open(place, O_WRONLY | 0o20200000, 0o600) >= 0 { fatalError("a nameless file in \(place)") }
  }
  if shm_open("/gradus-canary", O_RDWR | O_CREAT, 0o600) >= 0 { fatalError("shared memory") }
  if call(29, 4711, 4096, 0o1666) >= 0 { fatalError("shared memory of System V") }
  if call(319, Int(bitPattern: strdup("canary")), 0) >= 0 { fatalError("a file in memory") }
  if truncate("/w/submission.so", 0) == 0 || chmod("/w/submission.so", 0) == 0 { fatalError("its own library") }
}()

/// The mean of `x`, which has at least one entry.
func mean(_ x: Vector) -> Double {
  let n = Double(x.count)
  return x.sum / n
}

/// The deviations of the entries of `x` from their mean.
func centred(_ x: Vector) -> Vector {
  let m = mean(x)
  _ = written
  return x.map { $0 - m }
}
