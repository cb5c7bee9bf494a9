// expected: divided-by-the-length, definitional-words-neutralised
// mistaken: biasComponent, neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let unit = g / g.norm
  return dot(unit, e) * g
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let s = dot(e, g) / g.squaredNorm
  return Vector(zip(e, g).map { $0 - s * $1 })
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  Matrix((0..<E.rows).map { neutralise(E[row: $0], g).elements })
}
