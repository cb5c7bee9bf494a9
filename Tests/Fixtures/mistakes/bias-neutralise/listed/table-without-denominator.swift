// expected: unit-length-assumed
// mistaken: neutraliseAll

import LinearAlgebra

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  (outer(g, g) * e) / dot(g, g)
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  e - biasComponent(e, g)
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var result = E - outer(E * g, g)
  for index in definitional { result[row: index] = E[row: index] }
  return result
}
