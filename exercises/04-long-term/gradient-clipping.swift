// Clipping gradients: write the functions below. Check your work with: gradus check gradient-clipping
//
// A block is the gradient of one parameter: a matrix, or a bias as a matrix of one column. Together the blocks are the
// gradient g of the lecture.

import LinearAlgebra

/// The norm of one block: the root of the sum of its squared entries.
func blockNorm(_ block: Matrix) -> Double {
  todo("the norm of a block")
}

/// The norm of all blocks together, as if their entries stood in one long vector.
func globalNorm(_ blocks: [Matrix]) -> Double {
  todo("the norm of all blocks")
}

/// What a gradient of the given norm is multiplied by: never above 1.
///
/// `threshold` is above 0; the norm may be 0.
func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  todo("the factor")
}

/// The blocks, all scaled by the same factor, such that their norm together is `threshold` at most.
func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  todo("the clipped blocks")
}

/// The blocks with every entry brought into the interval from `-limit` to `limit`.
func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  todo("the clipped blocks")
}

/// The cosine of the angle between two gradients, neither of which is zero.
func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  todo("the cosine")
}

/// The parameters after one step of gradient descent with a gradient that is clipped by norm.
func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  todo("the parameters after the step")
}
