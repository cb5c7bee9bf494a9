// expected: unit-length-assumed
// mistaken: biasComponent
// calling: neutralise, neutraliseAll

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  var product = 0.0
  for (a, b) in zip(e, g) { product += a * b }
  return g.map { product * $0 }
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var table = E
  for word in 0..<E.rows {
    if definitional.contains(word) { continue }
    table[row: word] = neutralise(E[row: word], g)
  }
  return table
}
