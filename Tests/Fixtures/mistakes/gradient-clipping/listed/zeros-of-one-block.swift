// expected: zero-divided-by-zero
// mistaken: blockNorm

func blockNorm(_ block: Matrix) -> Double {
  var scale = 0.0
  for x in block.elements { scale = max(scale, abs(x)) }
  var sum = 0.0
  for x in block.elements { sum += pow(x / scale, 2) }
  return scale * sqrt(sum)
}
