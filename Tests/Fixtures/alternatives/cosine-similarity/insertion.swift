// The ranking by insertion into a list that is kept in order; sums from the last entry to the first.

import LinearAlgebra

private func backwards(_ a: Vector, _ b: Vector) -> Double {
  zip(a, b).reversed().reduce(0) { $0 + $1.0 * $1.1 }
}

private func length(_ v: Vector) -> Double { sqrt(backwards(v, v)) }

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double { backwards(u, v) / length(u) / length(v) }

func minusDistance(_ u: Vector, _ v: Vector) -> Double { -length(u - v) }

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let along = backwards(u, v) / backwards(u, u) * u
  return (v - along) / (length(u) * length(v))
}

func unitTable(_ E: Matrix) -> Matrix {
  var units = E.transposed
  for word in 0..<E.rows { units[column: word] = units[column: word] / length(E[row: word]) }
  return units.transposed
}

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  let products = E * query
  return Vector(products.indices.map { products[$0] / (length(E[row: $0]) * length(query)) })
}

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  var ranked: [Int] = []
  for index in 0..<scores.count where !excluded.contains(index) {
    let place = ranked.firstIndex { scores[$0] < scores[index] } ?? ranked.count
    ranked.insert(index, at: place)
  }
  return Array(ranked[..<k])
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  largestScores(tableCosines(unitTable(E), E[row: word]), k, [word])
}
