// expected: component-added
// mistaken: neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  (outer(g, g) * e) / dot(g, g)
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  e - biasComponent(e, g)
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let weights = (E * g) / dot(g, g)
  var result = E
  for word in 0..<E.rows { result[row: word] += weights[word] * g }
  for index in definitional { result[row: index] = E[row: index] }
  return result
}
