// Where the negatives come from: counts raised to a power, and words drawn with given uniform numbers.
//
// Write the distribution, how a word is drawn from it, and how the target is left out. Take out each `todo` as you replace
// it. Check with: gradus check noise-distribution
//
// Nothing here draws random numbers: uniform numbers from 0 to 1, below 1, are given. Words count from 0.

import LinearAlgebra

/// The weights count^alpha of all words, for alpha above 0; a word that was not counted has the weight 0.
func noiseWeights(_ counts: [Int], _ alpha: Double) -> Vector {
  todo("count^alpha")
}

/// The noise distribution: the weights divided by their sum.
func noiseDistribution(_ counts: [Int], _ alpha: Double) -> Vector {
  todo("the weights divided by their sum")
}

/// Where each word's part of the interval from 0 to 1 ends: the probabilities added up from word 0 to this word.
func noiseBounds(_ p: Vector) -> Vector {
  todo("running sums")
}

/// The first word whose bound exceeds `u`, in a number of steps that grows like log V.
///
/// Where rounding keeps all bounds from exceeding `u`, it is the last word that has any probability.
func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  todo("the word that u falls on")
}

/// Up to `K` negatives for a pair with the outside word `target`, each drawn with the next number of `u`.
///
/// A number that falls on the target is used up, and no negative comes of it.
func noiseNegatives(_ bounds: Vector, _ target: Int, _ K: Int, _ u: [Double]) -> [Int] {
  todo("up to K negatives")
}

/// The distribution of a negative, given that it is not `target`.
func negativeDistribution(_ p: Vector, _ target: Int) -> Vector {
  todo("the distribution without the target")
}
