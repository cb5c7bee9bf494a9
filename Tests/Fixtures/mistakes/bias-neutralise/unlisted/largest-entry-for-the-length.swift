// expected: none
// mistaken: biasComponent
// calling: neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let largest = g.map { abs($0) }.max() ?? 1
  let unit = g / largest
  return dot(unit, e) * unit
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let s = dot(e, g) / g.squaredNorm
  return Vector(zip(e, g).map { $0 - s * $1 })
}
