import LinearAlgebra

/// Seeded random numbers (SplitMix64), the same on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(_ scale: Double = 1) -> Double { Double.random(in: -scale...scale, using: &self) }

  mutating func vector(_ count: Int, _ scale: Double = 1) -> Vector {
    Vector((0..<count).map { _ in number(scale) })
  }

  mutating func matrix(_ rows: Int, _ columns: Int, _ scale: Double = 1) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in number(scale) })
  }

  mutating func vectors(_ count: Int, of length: Int, _ scale: Double = 1) -> [Vector] {
    (0..<count).map { _ in vector(length, scale) }
  }

  mutating func words(_ count: Int, below size: Int) -> [Int] {
    (0..<count).map { _ in Int.random(in: 0..<size, using: &self) }
  }
}

extension Vector {
  /// The vector with every entry moved to `size` or `-size`, whichever has its sign.
  func saturated(_ size: Double) -> Vector { map { $0 < 0 ? -size : size } }
}

extension Matrix {
  /// The matrix with every entry moved to `size` or `-size`, whichever has its sign.
  func saturated(_ size: Double) -> Matrix { map { $0 < 0 ? -size : size } }
}
