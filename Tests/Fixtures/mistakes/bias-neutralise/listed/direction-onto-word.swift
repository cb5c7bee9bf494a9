// expected: projected-onto-the-word
// mistaken: biasComponent
// calling: neutralise

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  (outer(e, e) * g) / dot(e, e)
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  e - biasComponent(e, g)
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let weights = (E * g) / dot(g, g)
  var result = E - outer(weights, g)
  for index in definitional { result[row: index] = E[row: index] }
  return result
}
