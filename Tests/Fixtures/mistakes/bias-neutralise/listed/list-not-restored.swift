// expected: definitional-words-neutralised
// mistaken: neutraliseAll

import LinearAlgebra

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  (outer(g, g) * e) / dot(g, g)
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  e - biasComponent(e, g)
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let weights = (E * g) / dot(g, g)
  return E - outer(weights, g)
}
