// expected: scaled-afterwards
// mistaken: equalise
// calling: equaliseAll

func equalise(_ a: Vector, _ b: Vector, _ g: Vector) -> EqualisedPair {
  let mu = 0.5 * (a + b)
  let nu = mu - partAlong(mu, g)
  let d = partAlong(a - mu, g)
  let (x, y) = (nu + d, nu - d)
  return EqualisedPair(first: x / x.norm, second: y / y.norm)
}
