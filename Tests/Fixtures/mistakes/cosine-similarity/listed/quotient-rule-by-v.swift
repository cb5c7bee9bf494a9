// expected: gradient-of-the-other-word
// mistaken: cosineGradient

func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  var squares = 0.0
  for i in u.indices { squares += (u[i] - v[i]) * (u[i] - v[i]) }
  return -sqrt(squares)
}

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let lengths = u.norm * v.norm
  let cosine = dot(u, v) / lengths
  var gradient = Vector.zeros(v.count)
  for i in v.indices { gradient[i] = u[i] / lengths - cosine * v[i] / dot(v, v) }
  return gradient
}

func unitTable(_ E: Matrix) -> Matrix {
  var table = E
  for word in 0..<E.rows {
    let length = E[row: word].norm
    for d in 0..<E.columns { table[word, d] = E[word, d] / length }
  }
  return table
}
