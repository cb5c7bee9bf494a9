// expected: none
// mistaken: cosineSimilarity

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  1 - dot(u, v) / (u.norm * v.norm)
}

func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  var squares = 0.0
  for i in u.indices { squares += (u[i] - v[i]) * (u[i] - v[i]) }
  return -sqrt(squares)
}

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let lengths = u.norm * v.norm
  let cosine = dot(u, v) / lengths
  var gradient = Vector.zeros(u.count)
  for i in u.indices { gradient[i] = v[i] / lengths - cosine * u[i] / dot(u, u) }
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
