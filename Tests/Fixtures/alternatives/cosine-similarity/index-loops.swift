// Entry by entry, and the best of the remaining words again and again.

import LinearAlgebra

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  var (product, uSquared, vSquared) = (0.0, 0.0, 0.0)
  for d in 0..<u.count {
    product += u[d] * v[d]
    uSquared += u[d] * u[d]
    vSquared += v[d] * v[d]
  }
  return product / (sqrt(uSquared) * sqrt(vSquared))
}

func minusDistance(_ u: Vector, _ v: Vector) -> Double {
  var sum = 0.0
  for d in 0..<u.count { sum += (v[d] - u[d]) * (v[d] - u[d]) }
  return -sqrt(sum)
}

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let (uLength, vLength, cosine) = (u.norm, v.norm, cosineSimilarity(u, v))
  var gradient = Vector.zeros(u.count)
  for d in 0..<u.count { gradient[d] = v[d] / (uLength * vLength) - cosine * u[d] / (uLength * uLength) }
  return gradient
}

func unitTable(_ E: Matrix) -> Matrix {
  var units = Matrix.zeros(E.rows, E.columns)
  for row in 0..<E.rows {
    var sum = 0.0
    for column in 0..<E.columns { sum += E[row, column] * E[row, column] }
    for column in 0..<E.columns { units[row, column] = E[row, column] / sqrt(sum) }
  }
  return units
}

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  var cosines = Vector.zeros(E.rows)
  for row in 0..<E.rows { cosines[row] = cosineSimilarity(E[row: row], query) }
  return cosines
}

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  var taken = [Bool](repeating: false, count: scores.count)
  for index in excluded { taken[index] = true }
  var ranked: [Int] = []
  while ranked.count < k {
    var best = -1
    for index in 0..<scores.count where !taken[index] {
      if best < 0 || scores[index] > scores[best] { best = index }
    }
    taken[best] = true
    ranked.append(best)
  }
  return ranked
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  largestScores(tableCosines(E, E[row: word]), k, [word])
}
