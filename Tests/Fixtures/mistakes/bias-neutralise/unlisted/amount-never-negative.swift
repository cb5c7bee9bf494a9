// expected: none
// mistaken: biasComponent
// calling: neutralise, neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let s = abs(dot(e, g)) / dot(g, g)
  return s * g
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var table = E
  for word in 0..<E.rows {
    if definitional.contains(word) { continue }
    table[row: word] = neutralise(E[row: word], g)
  }
  return table
}
