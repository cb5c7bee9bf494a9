// The bias direction: the mean of the differences of definitional pairs, or their first principal component.
//
// Write the differences and their mean, then the scatter of the pairs, a step of the power iteration, and the component
// that it finds.
// Check your work with: gradus check bias-direction

import LinearAlgebra

// MARK: Given

/// Two words that differ by definition in what the direction is to show, such as man and woman.
struct DefinitionalPair {
  /// The row of the one word, x in the lecture.
  var first: Int

  /// The row of the other word, y in the lecture.
  var second: Int
}

// MARK: Yours to write

/// The difference of each pair, its first word minus its second.
func pairDifferences(_ E: Matrix, _ pairs: [DefinitionalPair]) -> [Vector] {
  todo("first minus second")
}

/// The mean of the pairs' differences, of whatever length it has.
func meanBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Vector {
  todo("the mean of the differences")
}

/// The scatter S of the pairs' words, each taken relative to the middle of its own pair.
func pairScatter(_ E: Matrix, _ pairs: [DefinitionalPair]) -> Matrix {
  todo("S")
}

/// One step of the power iteration: S v, scaled to length 1.
func scatterStep(_ S: Matrix, _ v: Vector) -> Vector {
  todo("S v of length 1")
}

/// The vector of length 1 that `steps` steps of the power iteration make of `start`.
func principalComponent(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  todo("the power iteration")
}

/// The first principal component of the pairs, by power iteration from the mean of their differences.
///
/// The scatter never turns a vector away from itself, so the component points to the mean's side.
func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  todo("the first principal component")
}
