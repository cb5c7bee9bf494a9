// Word vectors from the singular value decomposition of a matrix of counts, one direction after the other.
//
// Take out each `todo` as you replace it. X, V x C, has a row for each word and a column for each context.
// Check with: gradus check svd-embeddings

import LinearAlgebra

/// One step of the power iteration: X^T X w, brought to length 1.
func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  todo("X^T X w, of length 1")
}

/// The direction, of length 1, that `steps` steps make of `start`; with enough of them it is w_1.
func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  todo("the start, iterated")
}

/// The matrix without what it does along `w`, a direction of length 1: X - (X w) w^T.
func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix {
  todo("X - (X w) w^T")
}

/// The directions w_1, ..., w_k, one for each of `starts`, which are iterated `steps` times on what is left of X.
///
/// Each has the sign of its start: their product is above 0.
func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  todo("w_1, ..., w_k")
}

/// The singular values that belong to `directions`, the lengths of X w.
func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  todo("||X w_j||")
}

/// The words' vectors, the first k columns of U S; a row for each word, and k is the number of `starts`.
func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  todo("the first k columns of U S")
}

/// The best matrix of rank k, the sum of s_j u_j w_j^T over the first k `directions`.
func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  todo("the sum of s_j u_j w_j^T")
}

/// The share of the sum of all squares that the first `k` of all singular `values` keep.
func keptShare(_ values: Vector, _ k: Int) -> Double {
  todo("the share of the squares")
}

/// How many multiplications the power iterations take: those of the products X w and X^T (X w) in every step.
func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int {
  todo("multiplications")
}
