// expected: sign-lost
// mistaken: clipByValue

private func flat(_ blocks: [Matrix]) -> Vector { Vector(blocks.flatMap(\.elements)) }

private func length(_ v: Vector) -> Double {
  let biggest = v.elements.map { abs($0) }.max() ?? 0
  return biggest == 0 ? 0 : (v / biggest).norm * biggest
}

func blockNorm(_ block: Matrix) -> Double { length(flat([block])) }

func globalNorm(_ blocks: [Matrix]) -> Double { length(Vector(blocks.map(blockNorm))) }

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  norm > threshold ? threshold / norm : 1.0
}

func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  let factor = clippingFactor(globalNorm(blocks), threshold)
  return blocks.map { factor * $0 }
}

func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  blocks.map { $0.map { min(limit, abs($0)) } }
}

func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  let u = flat(a)
  let v = flat(b)
  return dot(u / length(u), v / length(v))
}

func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  let g = clipByNorm(gradients, threshold)
  return zip(parameters, g).map { $0 - rate * $1 }
}
