// Entries are brought to a common scale by a power of two, so that scaling loses no digit.

import LinearAlgebra

private func scale(_ blocks: [Matrix]) -> Double {
  blocks.map { $0.elements.map { $0.magnitude }.max() ?? 0 }.max().map { $0 == 0 ? 1 : $0.binade } ?? 1
}

func blockNorm(_ block: Matrix) -> Double {
  let unit = scale([block])
  return unit * Vector(block.elements.map { $0 / unit }).norm
}

func globalNorm(_ blocks: [Matrix]) -> Double {
  let unit = scale(blocks)
  return unit * sqrt(blocks.map { Vector($0.elements.map { $0 / unit }).squaredNorm }.reduce(0, +))
}

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  norm == 0 ? 1 : min(threshold / norm, 1)
}

func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  var clipped = blocks
  for index in clipped.indices { clipped[index] *= clippingFactor(globalNorm(blocks), threshold) }
  return clipped
}

func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  blocks.map { block in block.map { ($0.magnitude <= limit) ? $0 : ($0.sign == .minus ? -limit : limit) } }
}

func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  let (unitA, unitB) = (scale(a), scale(b))
  let products = zip(a, b).map { dot(Vector($0.elements) / unitA, Vector($1.elements) / unitB) }
  return products.reduce(0, +) / ((globalNorm(a) / unitA) * (globalNorm(b) / unitB))
}

func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  let factor = -rate * clippingFactor(globalNorm(gradients), threshold)
  return zip(parameters, gradients).map { $0 + factor * $1 }
}
