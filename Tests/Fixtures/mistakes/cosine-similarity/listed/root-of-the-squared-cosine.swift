// expected: angle-without-sign
// mistaken: cosineSimilarity
// calling: cosineGradient, tableCosines, nearestWords

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  let product = dot(u, v)
  return sqrt(product * product / (dot(u, u) * dot(v, v)))
}

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  Vector((0..<E.rows).map { cosineSimilarity(E[row: $0], query) })
}

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  let ranking = scores.indices.sorted { a, b in
    scores[a] == scores[b] ? a < b : scores[a] > scores[b]
  }
  return Array(ranking.filter { !excluded.contains($0) }.prefix(k))
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  largestScores(tableCosines(E, E[row: word]), k, [word])
}
