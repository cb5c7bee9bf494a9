// expected: cosine-as-scale
// mistaken: biasComponent
// calling: neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let unit = g / g.norm
  let word = e / e.norm
  return dot(unit, word) * g
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let s = dot(e, g) / g.squaredNorm
  return Vector(zip(e, g).map { $0 - s * $1 })
}
