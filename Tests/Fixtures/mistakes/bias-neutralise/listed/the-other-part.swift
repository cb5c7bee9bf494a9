// expected: component-returned
// mistaken: neutralise
// calling: neutraliseAll

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let part = biasComponent(e, g)
  var rest = e
  for k in rest.indices { rest[k] = part[k] }
  return rest
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var table = E
  for word in 0..<E.rows {
    if definitional.contains(word) { continue }
    table[row: word] = neutralise(E[row: word], g)
  }
  return table
}
