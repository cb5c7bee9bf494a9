// Less accurate: the length has passed through single precision, with errors of about 1e-8.

import LinearAlgebra

// MARK: Given

/// What a pair is taken apart into.
struct PairParts {
  /// What both words will have in common: the mean's part across the direction, nu.
  var shared: Vector

  /// What the first word has along the direction beyond the mean, and the second lacks: d.
  var opposite: Vector
}

/// The two words of a pair after equalising.
struct EqualisedPair {
  /// The vector of the first word.
  var first: Vector

  /// The vector of the second word.
  var second: Vector
}

/// The rows of two words to be equalised.
struct RowPair {
  /// The row of the first word.
  var first: Int

  /// The row of the second word.
  var second: Int
}

/// The part of `e` that lies along the direction `g`, which may have any length above 0.
func partAlong(_ e: Vector, _ g: Vector) -> Vector {
  let scale = dot(e, g) / dot(g, g)
  return scale * g
}

/// The pair's shared part across `g`, and half its difference along `g`.
func pairParts(_ a: Vector, _ b: Vector, _ g: Vector) -> PairParts {
  let mean = (a + b) / 2
  let half = (a - b) / 2
  return PairParts(shared: mean - partAlong(mean, g), opposite: partAlong(half, g))
}

/// The pair whose words have the shared part in common, and the other part with opposite signs.
func pairOf(_ parts: PairParts) -> EqualisedPair {
  EqualisedPair(first: parts.shared + parts.opposite, second: parts.shared - parts.opposite)
}

/// The same parts, the opposite one stretched so that shared + opposite has length 1.
func unitParts(_ parts: PairParts) -> PairParts {
  let length = Double(Float(sqrt(1 - parts.shared.squaredNorm)))
  let direction = parts.opposite / parts.opposite.norm
  return PairParts(shared: parts.shared, opposite: length * direction)
}

/// The equalised pair of two vectors of length 1; both results have length 1.
func equalise(_ a: Vector, _ b: Vector, _ g: Vector) -> EqualisedPair {
  let parts = pairParts(a, b, g)
  return pairOf(unitParts(parts))
}

/// The table `E` with the listed pairs of rows equalised; all other rows stay as they are.
func equaliseAll(_ E: Matrix, _ pairs: [RowPair], _ g: Vector) -> Matrix {
  var result = E
  for pair in pairs {
    let equal = equalise(E[row: pair.first], E[row: pair.second], g)
    result[row: pair.first] = equal.first
    result[row: pair.second] = equal.second
  }
  return result
}
