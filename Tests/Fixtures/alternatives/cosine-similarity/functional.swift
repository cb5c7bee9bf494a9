// Maps and folds; distances from squares and products.

import LinearAlgebra

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  zip(u, v).map(*).reduce(0, +) / (u.squaredNorm * v.squaredNorm).squareRoot()
}

func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  -zip(u, v).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
}

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let product = u.norm * v.norm
  return v / product - dot(u, v) / (product * u.squaredNorm) * u
}

func unitTable(_ E: Matrix) -> Matrix {
  Matrix((0..<E.rows).map { row in E[row: row].map { $0 / E[row: row].norm }.elements })
}

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  Vector((0..<E.rows).map { cosineSimilarity(query, E[row: $0]) })
}

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  let pairs = zip(scores.indices, scores).filter { !excluded.contains($0.0) }
  return pairs.sorted { $0.1 > $1.1 || ($0.1 == $1.1 && $0.0 < $1.0) }.prefix(k).map(\.0)
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  largestScores(tableCosines(E, E[row: word]), k, [word])
}
