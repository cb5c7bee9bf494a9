// Every sum is a loop over indices, down to the single entries.

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
  var (product, squares) = (0.0, 0.0)
  for d in 0..<g.count {
    product += e[d] * g[d]
    squares += g[d] * g[d]
  }
  var part = Vector.zeros(g.count)
  for d in 0..<g.count { part[d] = product / squares * g[d] }
  return part
}

/// The pair's shared part across `g`, and half its difference along `g`.
func pairParts(_ a: Vector, _ b: Vector, _ g: Vector) -> PairParts {
  let (alongFirst, alongSecond) = (partAlong(a, g), partAlong(b, g))
  var parts = PairParts(shared: Vector.zeros(g.count), opposite: Vector.zeros(g.count))
  for d in 0..<g.count {
    parts.shared[d] = (a[d] + b[d] - alongFirst[d] - alongSecond[d]) / 2
    parts.opposite[d] = (alongFirst[d] - alongSecond[d]) / 2
  }
  return parts
}

/// The pair whose words have the shared part in common, and the other part with opposite signs.
func pairOf(_ parts: PairParts) -> EqualisedPair {
  EqualisedPair(first: parts.shared + parts.opposite, second: parts.shared - parts.opposite)
}

/// The same parts, the opposite one stretched so that shared + opposite has length 1.
func unitParts(_ parts: PairParts) -> PairParts {
  var rest = 1.0
  var squares = 0.0
  for d in 0..<parts.shared.count {
    rest -= parts.shared[d] * parts.shared[d]
    squares += parts.opposite[d] * parts.opposite[d]
  }
  return PairParts(shared: parts.shared, opposite: sqrt(rest / squares) * parts.opposite)
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
    for d in 0..<E.columns {
      result[pair.first, d] = equal.first[d]
      result[pair.second, d] = equal.second[d]
    }
  }
  return result
}
