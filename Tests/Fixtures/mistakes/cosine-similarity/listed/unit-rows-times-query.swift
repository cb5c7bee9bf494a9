// expected: one-norm
// mistaken: tableCosines
// calling: nearestWords

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  dot(u / u.norm, v / v.norm)
}

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  unitTable(E) * query
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
