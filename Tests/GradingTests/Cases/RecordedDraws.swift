import LinearAlgebra

/// What was drawn from the seed 1 when it was recorded: reports name a seed, and it must draw the same for ever.
enum RecordedDraws {
  static let dimensions = [6, 4, 5]
  static let vector: Vector = [0.986, 0.496, -0.616]
  static let weights = Matrix([[0.518, 1.247], [0.778, 0.632]])
  static let indices = [2, 1, 4, 0, 1, 4]
  static let length = 1
  static let seed: UInt64 = 1_697_167_561_065_846_822
  static let emptySeed: UInt64 = 3_897_742_281_384_274_149
}
