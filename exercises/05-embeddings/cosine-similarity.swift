// How alike two words are: the cosine of their vectors, minus their distance, and the nearest neighbours of a word.
//
// Take out each `todo` as you replace it. The rows of E, V x D, are the vectors of the words. No vector is zero.
// Check with: gradus check cosine-similarity

import LinearAlgebra

/// The cosine of the angle between two vectors: their inner product over the product of their lengths.
func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  todo("u . v / (||u|| ||v||)")
}

/// Minus the Euclidean distance of two vectors: 0 where they are equal, less the further apart they are.
func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  todo("-||u - v||")
}

/// The gradient of the cosine of `u` and `v` with respect to `u`.
func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  todo("the gradient with respect to u")
}

/// The table with every row brought to length 1.
func unitTable(_ E: Matrix) -> Matrix {
  todo("rows of length 1")
}

/// The cosines of `query` with every row of the table.
func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  todo("a cosine for each row")
}

/// The indices of the `k` largest scores, the largest first; of equal ones the smaller index first.
///
/// The indices listed in `excluded` are left out. `k` is at most the number of those that remain.
func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  todo("the k best, excluded ones left out")
}

/// The `k` words whose vectors have the largest cosines with that of `word`, which is none of them.
func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  todo("the k nearest words, without the word itself")
}
