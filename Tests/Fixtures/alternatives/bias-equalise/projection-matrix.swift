// The part across is a product with the matrix 1 - g g^T / g^T g.

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
  (outer(g, g) * e) / g.squaredNorm
}

/// The pair's shared part across `g`, and half its difference along `g`.
func pairParts(_ a: Vector, _ b: Vector, _ g: Vector) -> PairParts {
  let across = Matrix.identity(g.count) - outer(g, g) / g.squaredNorm
  let along = outer(g, g) / g.squaredNorm
  return PairParts(shared: across * ((a + b) / 2), opposite: along * (a / 2 - b / 2))
}

/// The pair whose words have the shared part in common, and the other part with opposite signs.
func pairOf(_ parts: PairParts) -> EqualisedPair {
  let first = parts.shared + parts.opposite
  return EqualisedPair(first: first, second: 2 * parts.shared - first)
}

/// The same parts, the opposite one stretched so that shared + opposite has length 1.
func unitParts(_ parts: PairParts) -> PairParts {
  let length = sqrt(1 - parts.shared.squaredNorm)
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
