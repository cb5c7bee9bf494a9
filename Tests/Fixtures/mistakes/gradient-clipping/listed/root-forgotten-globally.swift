// expected: norm-not-rooted
// mistaken: globalNorm
// calling: clipByNorm, directionCosine, clippedStep

func globalNorm(_ blocks: [Matrix]) -> Double {
  var sum = 0.0
  for block in blocks { sum += blockNorm(block) * blockNorm(block) }
  return sum
}
