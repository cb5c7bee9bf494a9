// expected: component-added, only-definitional-words-neutralised
// mistaken: neutralise, neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  (outer(g, g) * e) / dot(g, g)
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  e + biasComponent(e, g)
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let weights = (E * g) / dot(g, g)
  let without = E - outer(weights, g)
  var result = E
  for index in definitional { result[row: index] = without[row: index] }
  return result
}
