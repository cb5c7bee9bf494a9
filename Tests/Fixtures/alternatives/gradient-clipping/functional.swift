// Everything is a fold; lengths are combined two at a time, as the sides of right triangles.

import LinearAlgebra

private func hypotenuse(_ a: Double, _ b: Double) -> Double {
  let (long, short) = (max(abs(a), abs(b)), min(abs(a), abs(b)))
  return long == 0 ? 0 : long * sqrt(1 + (short / long) * (short / long))
}

func blockNorm(_ block: Matrix) -> Double {
  block.elements.reduce(0, hypotenuse)
}

func globalNorm(_ blocks: [Matrix]) -> Double {
  blocks.flatMap(\.elements).reduce(0, hypotenuse)
}

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  threshold / max(norm, threshold)
}

func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  blocks.map { $0 * clippingFactor(globalNorm(blocks), threshold) }
}

func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  blocks.map { $0.map { abs($0) > limit ? ($0 < 0 ? -limit : limit) : $0 } }
}

func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  zip(a.flatMap(\.elements), b.flatMap(\.elements))
    .map { ($0 / globalNorm(a)) * ($1 / globalNorm(b)) }
    .reduce(0, +)
}

func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  zip(parameters, clipByNorm(gradients, threshold)).map { ($0 * (1 / rate) - $1) * rate }
}
