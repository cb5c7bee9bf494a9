// expected: cosine-as-scale, rescaled-to-unit-length
// mistaken: biasComponent, neutralise
// calling: neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let cosine = dot(e, g) / (e.norm * g.norm)
  return g.map { cosine * $0 }
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let s = dot(e, g) / g.squaredNorm
  let rest = e - s * g
  let length = rest.norm
  return length > 0 ? rest / length : rest
}
