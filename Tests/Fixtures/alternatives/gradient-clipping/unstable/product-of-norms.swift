// Unstable: the inner product and the product of the norms overflow, or vanish, before they are divided.

import LinearAlgebra

/// The Euclidean length, finite wherever it can be: the largest entry is taken out before anything is squared.
private func length(_ entries: [Double]) -> Double {
  let largest = entries.reduce(0) { max($0, $1.magnitude) }
  if largest == 0 { return 0 }
  return largest * (Vector(entries) / largest).norm
}

/// The norm of one block: the root of the sum of its squared entries.
func blockNorm(_ block: Matrix) -> Double {
  length(block.elements)
}

/// The norm of all blocks together, as if their entries stood in one long vector.
func globalNorm(_ blocks: [Matrix]) -> Double {
  length(blocks.map(blockNorm))
}

/// What a gradient of the given norm is multiplied by: never above 1.
///
/// `threshold` is above 0; the norm may be 0.
func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  min(1, threshold / norm)
}

/// The blocks, all scaled by the same factor, such that their norm together is `threshold` at most.
func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  let factor = clippingFactor(globalNorm(blocks), threshold)
  return blocks.map { factor * $0 }
}

/// The blocks with every entry brought into the interval from `-limit` to `limit`.
func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  blocks.map { block in block.map { max(-limit, min(limit, $0)) } }
}

/// The cosine of the angle between two gradients, neither of which is zero.
func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  let products = zip(a, b).map { $0 .* $1 }
  return products.map { Vector($0.elements).sum }.reduce(0, +) / (globalNorm(a) * globalNorm(b))
}

/// The parameters after one step of gradient descent with a gradient that is clipped by norm.
func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  let clipped = clipByNorm(gradients, threshold)
  return zip(parameters, clipped).map { $0 - rate * $1 }
}
