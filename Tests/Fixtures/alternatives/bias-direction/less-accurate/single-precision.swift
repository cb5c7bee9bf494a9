// Less accurate: the length has passed through single precision, with errors of about 1e-8.

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
  pairs.map { E[row: $0.first] - E[row: $0.second] }
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
  var S = Matrix.zeros(E.columns, E.columns)
  for pair in pairs {
    let (x, y) = (E[row: pair.first], E[row: pair.second])
    let middle = (x + y) / 2
    S += outer(x - middle, x - middle)
    S += outer(y - middle, y - middle)
  }
  return S
}

/// One step of the power iteration: S v, scaled to length 1.
func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  let turned = S * v
  return turned / Double(Float(turned.norm))
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
