// expected: only-definitional-words-neutralised
// mistaken: neutraliseAll

import LinearAlgebra

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let unit = g / g.norm
  return dot(unit, e) * unit
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let s = dot(e, g) / g.squaredNorm
  return Vector(zip(e, g).map { $0 - s * $1 })
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let exempt = Set(definitional)
  return Matrix(
    (0..<E.rows).map { row in
      let word = E[row: row]
      return !exempt.contains(row) ? word.elements : (word - biasComponent(word, g)).elements
    })
}
