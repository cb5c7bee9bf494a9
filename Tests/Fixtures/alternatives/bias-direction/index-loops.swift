// Every sum is a loop over indices, down to the single entries.

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
  var result: [Vector] = []
  for pair in pairs {
    var difference = Vector.zeros(E.columns)
    for d in 0..<E.columns { difference[d] = E[pair.first, d] - E[pair.second, d] }
    result.append(difference)
  }
  return result
}

/// The mean of the pairs' differences, of whatever length it has.
func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  var g = Vector.zeros(E.columns)
  for d in 0..<E.columns {
    for pair in pairs { g[d] += (E[pair.first, d] - E[pair.second, d]) / Double(pairs.count) }
  }
  return g
}

/// The scatter S of the pairs' words, each taken relative to the middle of its own pair.
func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  var S = Matrix.zeros(E.columns, E.columns)
  for pair in pairs {
    for i in 0..<E.columns {
      for j in 0..<E.columns {
        let left = E[pair.first, i] - E[pair.second, i]
        let right = E[pair.first, j] - E[pair.second, j]
        S[i, j] += left * right / 2
      }
    }
  }
  return S
}

/// One step of the power iteration: S v, scaled to length 1.
func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  var turned = Vector.zeros(v.count)
  var squares = 0.0
  for i in 0..<v.count {
    for j in 0..<v.count { turned[i] += S[i, j] * v[j] }
    squares += turned[i] * turned[i]
  }
  for i in 0..<v.count { turned[i] /= sqrt(squares) }
  return turned
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
