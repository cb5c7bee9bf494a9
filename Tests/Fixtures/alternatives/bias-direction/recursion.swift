// The steps of the iteration and the sums over the pairs are recursive.

import LinearAlgebra

// MARK: Given

/// Two words that differ by definition in what the direction is to show, such as man and woman.
struct DefinitionalPair {
  /// The row of the one word, x in the lecture.
  var first: Int

  /// The row of the other word, y in the lecture.
  var second: Int
}

/// The difference of each pair, its first word minus its second.
func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  guard let pair = pairs.first else { return [] }
  return [E[row: pair.first] - E[row: pair.second]] + pairDifferences(E, Array(pairs.dropFirst()))
}

/// The mean of the pairs' differences, of whatever length it has.
func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  var sum = Vector.zeros(E.columns)
  for difference in pairDifferences(E, pairs) {
    sum += difference
  }
  return sum / Double(pairs.count)
}

/// The scatter S of the pairs' words, each taken relative to the middle of its own pair.
func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  guard let pair = pairs.last else { return Matrix.zeros(E.columns, E.columns) }
  let half = (E[row: pair.second] - E[row: pair.first]) / 2
  return pairScatter(E, Array(pairs.dropLast())) + 2 * outer(half, half)
}

/// One step of the power iteration: S v, scaled to length 1.
func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  let turned = S * v
  return turned / turned.norm
}

/// The vector of length 1 that `steps` steps of the power iteration make of `start`.
func principalComponent(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  if steps == 0 { return start / start.norm }
  return scatterStep(S, principalComponent(S, start, steps - 1))
}

/// The first principal component of the pairs, by power iteration from the mean of their differences.
///
/// The scatter never turns a vector away from itself, so the component points to the mean's side.
func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  let sum = pairDifferences(E, pairs).reduce(Vector.zeros(E.columns), +)
  return principalComponent(2 * pairScatter(E, pairs), sum, steps)
}
