// expected: distance-without-minus, excluded-words-set-to-zero
// mistaken: minusDistance, largestScores

func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  sqrt((u - v).reduce(0) { $0 + $1 * $1 })
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

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  let candidates = scores.indices.map { (excluded.contains($0) ? 0 : scores[$0], $0) }
  let ranked = candidates.sorted { $0.0 > $1.0 || ($0.0 == $1.0 && $0.1 < $1.1) }
  return ranked.prefix(k).map { $0.1 }
}
