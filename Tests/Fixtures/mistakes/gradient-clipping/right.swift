// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func blockNorm(_ block: Matrix) -> Double {
  var scale = 0.0
  for x in block.elements { scale = max(scale, abs(x)) }
  if scale == 0 { return 0 }
  var sum = 0.0
  for x in block.elements { sum += (x / scale) * (x / scale) }
  return scale * sqrt(sum)
}

func globalNorm(_ blocks: [Matrix]) -> Double {
  var scale = 0.0
  for block in blocks {
    for x in block.elements { scale = max(scale, abs(x)) }
  }
  guard scale > 0 else { return 0 }
  var sum = 0.0
  for block in blocks {
    for x in block.elements { sum += (x / scale) * (x / scale) }
  }
  return scale * sqrt(sum)
}

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  if norm <= threshold { return 1 }
  return threshold / norm
}

func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  let norm = globalNorm(blocks)
  if norm <= threshold { return blocks }
  var clipped: [Matrix] = []
  for block in blocks { clipped.append(block * (threshold / norm)) }
  return clipped
}

func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  blocks.map { block in
    var out = block
    for i in 0..<block.rows {
      for j in 0..<block.columns {
        if block[i, j] > limit { out[i, j] = limit }
        if block[i, j] < -limit { out[i, j] = -limit }
      }
    }
    return out
  }
}

func directionCosine(_ a: [Matrix], _ b: [Matrix]) -> Double {
  let lengthA = globalNorm(a)
  let lengthB = globalNorm(b)
  var total = 0.0
  for n in 0..<a.count {
    for (x, y) in zip(a[n].elements, b[n].elements) { total += (x / lengthA) * (y / lengthB) }
  }
  return total
}

func clippedStep(_ parameters: [Matrix], _ gradients: [Matrix], _ rate: Double, _ threshold: Double) -> [Matrix] {
  let norm = globalNorm(gradients)
  let factor = norm > threshold ? threshold / norm : 1
  var new: [Matrix] = []
  for n in parameters.indices { new.append(parameters[n] - rate * (gradients[n] * factor)) }
  return new
}
