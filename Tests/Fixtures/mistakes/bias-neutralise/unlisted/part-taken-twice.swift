// expected: none
// mistaken: neutralise

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let unit = g / g.norm
  return dot(unit, e) * unit
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let s = dot(e, g) / g.squaredNorm
  return e - 2 * s * g
}
