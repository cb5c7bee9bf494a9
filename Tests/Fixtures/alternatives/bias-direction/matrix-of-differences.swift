// The differences are the rows of a matrix; mean and scatter are products with it.

import LinearAlgebra

// MARK: Given

/// Two words that differ by definition in what the direction is to show, such as man and woman.
struct DefinitionalPair {
  /// The row of the one word, x in the lecture.
  var first: Int

  /// The row of the other word, y in the lecture.
  var second: Int
}

/// One row for each pair, its difference.
private func differences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  var choice = Matrix.zeros(pairs.count, E.rows)
  for (row, pair) in pairs.enumerated() {
    choice[row, pair.first] = 1
    choice[row, pair.second] = -1
  }
  return choice * E
}

/// The difference of each pair, its first word minus its second.
func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  let A = differences(E, pairs)
  return (0..<A.rows).map { A[row: $0] }
}

/// The mean of the pairs' differences, of whatever length it has.
func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  differences(E, pairs).transposed * Vector(repeating: 1 / Double(pairs.count), count: pairs.count)
}

/// The scatter S of the pairs' words, each taken relative to the middle of its own pair.
func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  let A = differences(E, pairs)
  return (A.transposed * A) / 2
}

/// One step of the power iteration: S v, scaled to length 1.
func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  let turned = S * v
  return turned / turned.norm
}

/// The vector of length 1 that `steps` steps of the power iteration make of `start`.
func principalComponent(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var v = start / start.norm
  for _ in 0..<steps {
    v = scatterStep(S, v)
  }
  return v
}

/// The first principal component of the pairs, by power iteration from the mean of their differences.
///
/// The scatter never turns a vector away from itself, so the component points to the mean's side.
func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  let start = meanBiasDirection(E, pairs)
  return principalComponent(pairScatter(E, pairs), start, steps)
}
