// expected: angle-without-sign
// mistaken: cosineSimilarity
// calling: cosineGradient, tableCosines, nearestWords

import LinearAlgebra

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  let product = dot(u, v)
  return sqrt(product * product / (dot(u, u) * dot(v, v)))
}

func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  -(u - v).norm
}

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  (v / v.norm - cosineSimilarity(u, v) * (u / u.norm)) / u.norm
}

func unitTable(_ E: Matrix) -> Matrix {
  Matrix((0..<E.rows).map { i in (E[row: i] / E[row: i].norm).elements })
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
