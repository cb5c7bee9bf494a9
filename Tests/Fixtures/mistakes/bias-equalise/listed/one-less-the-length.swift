// expected: length-without-squares
// mistaken: unitParts

func partAlong(_ e: Vector, _ g: Vector) -> Vector {
  let unit = g / g.norm
  return dot(e, unit) * unit
}

func pairOf(_ parts: PairParts) -> EqualisedPair {
  var (first, second) = (parts.shared, parts.shared)
  for k in first.indices {
    first[k] += parts.opposite[k]
    second[k] -= parts.opposite[k]
  }
  return EqualisedPair(first: first, second: second)
}

func unitParts(_ parts: PairParts) -> PairParts {
  let unit = parts.opposite / parts.opposite.norm
  return PairParts(shared: parts.shared, opposite: (1 - parts.shared.norm) * unit)
}
