// expected: both-on-one-side
// mistaken: equalise
// calling: equaliseAll

func equalise(_ a: Vector, _ b: Vector, _ g: Vector) -> EqualisedPair {
  let mean = 0.5 * (a + b)
  let unit = g / g.norm
  let shared = mean - dot(mean, unit) * unit
  let side: Double = dot(a - b, unit) > 0 ? 1 : -1
  let along = (side * sqrt(1 - dot(shared, shared))) * unit
  return EqualisedPair(first: shared + along, second: shared + along)
}
