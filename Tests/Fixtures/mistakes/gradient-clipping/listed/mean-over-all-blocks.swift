// expected: mean-square
// mistaken: globalNorm
// calling: clipByNorm, directionCosine, clippedStep

func globalNorm(_ blocks: [Matrix]) -> Double {
  var scale = 0.0
  var entries = 0.0
  for block in blocks {
    for x in block.elements { scale = max(scale, abs(x)) }
    entries += Double(block.elements.count)
  }
  guard scale > 0 else { return 0 }
  var sum = 0.0
  for block in blocks {
    for x in block.elements { sum += (x / scale) * (x / scale) }
  }
  return scale * sqrt(sum / entries)
}
