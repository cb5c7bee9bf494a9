// How alike two words are: the cosine of their vectors, minus their distance, and the nearest neighbours of a word.
//
// The lecture's symbols: u and v are words' vectors, and the rows of E, V x D, are the vectors of all words. No vector is
// zero.

import LinearAlgebra

/// The vector of length 1 that points the same way.
private func unit(_ v: Vector) -> Vector {
  v / v.norm
}

/// The cosine of the angle between two vectors: their inner product over the product of their lengths.
func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  let lengths = u.norm * v.norm
  return dot(u, v) / lengths
}

/// Minus the Euclidean distance of two vectors: 0 where they are equal, less the further apart they are.
func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  let difference = u - v
  return -difference.norm
}

/// The gradient of the cosine of `u` and `v` with respect to `u`.
func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let across = unit(v) - dot(unit(u), unit(v)) * unit(u)  // what of v is at a right angle to u
  return across / u.norm
}

/// The table with every row brought to length 1.
func unitTable(_ E: Matrix) -> Matrix {
  Matrix((0..<E.rows).map { unit(E[row: $0]).elements })
}

/// The cosines of `query` with every row of the table.
func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  unitTable(E) * unit(query)
}

/// The indices of the `k` largest scores, the largest first; of equal ones the smaller index first.
///
/// The indices listed in `excluded` are left out. `k` is at most the number of those that remain.
func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  let candidates = scores.indices.filter { !excluded.contains($0) }
  let ranked = candidates.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
  return Array(ranked.prefix(k))
}

/// The `k` words whose vectors have the largest cosines with that of `word`, which is none of them.
func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  let cosines = tableCosines(E, E[row: word])
  return largestScores(cosines, k, [word])
}
