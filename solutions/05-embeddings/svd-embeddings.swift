// Word vectors from the singular value decomposition of a matrix of counts, one direction after the other.
//
// The lecture's symbols: X, V x C, has a row for each word and a column for each context; X = U S W^T with the singular
// values s_1 >= s_2 >= ... on the diagonal of S, the columns u_j of U and the columns w_j of W. A word's vector is its row
// of U S, cut off after k entries.

import LinearAlgebra

/// One step of the power iteration: X^T X w, brought to length 1.
func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  let stretched = X.transposed * (X * w)
  return stretched / stretched.norm
}

/// The direction, of length 1, that `steps` steps make of `start`; with enough of them it is w_1.
func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(start / start.norm) { w, _ in gramStep(X, w) }
}

/// The matrix without what it does along `w`, a direction of length 1: X - (X w) w^T.
func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix {
  let along = X * w  // s u, if w is one of the directions of the decomposition
  return X - outer(along, w)
}

/// The directions w_1, ..., w_k, one for each of `starts`, which are iterated `steps` times on what is left of X.
///
/// Each has the sign of its start: their product is above 0.
func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  var directions: [Vector] = []
  for start in starts {
    let w = leadingDirection(directions.reduce(X, withoutDirection), start, steps)
    directions.append(w)
  }
  return directions
}

/// The singular values that belong to `directions`, the lengths of X w.
func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  Vector(directions.map { (X * $0).norm })
}

/// The words' vectors, the first k columns of U S; a row for each word, and k is the number of `starts`.
func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  let columns = contextDirections(X, starts, steps).map { X * $0 }
  return Matrix(columns.map(\.elements)).transposed
}

/// The best matrix of rank k, the sum of s_j u_j w_j^T over the first k `directions`.
func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  directions.reduce(.zeros(X.rows, X.columns)) { $0 + outer(X * $1, $1) }
}

/// The share of the sum of all squares that the first `k` of all singular `values` keep.
func keptShare(_ values: Vector, _ k: Int) -> Double {
  let kept = values.prefix(k).reduce(0) { $0 + $1 * $1 }
  return kept / values.squaredNorm
}

/// How many multiplications the power iterations take: those of the products X w and X^T (X w) in every step.
func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int {
  2 * V * C * k * steps
}
