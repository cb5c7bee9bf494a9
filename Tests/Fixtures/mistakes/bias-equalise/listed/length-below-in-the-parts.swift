// expected: divided-by-the-length
// mistaken: pairParts

func pairParts(_ a: Vector, _ b: Vector, _ g: Vector) -> PairParts {
  let along = g / sqrt(dot(g, g))
  let mu = (a + b) / 2
  let muB = dot(mu, g) * along
  let aB = dot(a, g) * along
  return PairParts(shared: mu - muB, opposite: aB - muB)
}

func unitParts(_ parts: PairParts) -> PairParts {
  var result = parts
  let n = parts.shared.norm
  result.opposite = (sqrt(1 - n * n) / parts.opposite.norm) * parts.opposite
  return result
}
