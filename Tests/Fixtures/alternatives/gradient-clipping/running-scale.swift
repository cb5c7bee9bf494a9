// One pass over all entries, with the largest so far as the scale; the norm of the blocks is that of a matrix of norms.

import LinearAlgebra

func blockNorm(_ block: Matrix) -> Double {
  var (largest, squares) = (0.0, 0.0)
  for entry in block.elements where entry != 0 {
    let size = abs(entry)
    if size > largest {
      let ratio = largest / size
      squares = 1 + squares * ratio * ratio
      largest = size
    } else {
      squares += (size / largest) * (size / largest)
    }
  }
  return largest * sqrt(squares)
}

func globalNorm(_ blocks: [Matrix]) -> Double {
  blockNorm(Matrix(rows: 1, columns: blocks.count, elements: blocks.map { blockNorm($0) }))
}

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  let ratio = norm / threshold
  return ratio > 1 ? 1 / ratio : 1
}

func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  var clipped: [Matrix] = []
  let norm = globalNorm(blocks)
  for block in blocks { clipped.append(norm > threshold ? threshold * (block / norm) : block) }
  return clipped
}

func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  blocks.map { block in
    let upper = block.map { min($0, limit) }
    return upper.map { max($0, -limit) }
  }
}

func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  let unitA = a.map { $0 / globalNorm(a) }
  let unitB = b.map { $0 / globalNorm(b) }
  var sum = 0.0
  for index in a.indices.reversed() { sum += dot(Vector(unitA[index].elements), Vector(unitB[index].elements)) }
  return sum
}

func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  zip(clipByNorm(gradients, threshold), parameters).map { gradient, parameter in -rate * gradient + parameter }
}
