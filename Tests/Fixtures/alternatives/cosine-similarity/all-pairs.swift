// All cosines of all pairs at once, as a product of the table of unit vectors and its transpose; the gradient by the
// quotient rule.

import LinearAlgebra

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  let units = unitTable(Matrix([u.elements, v.elements]))
  return (units * units.transposed)[0, 1]
}

func minusDistance(_ u: Vector, _ v: Vector) -> Double { 0 - (u - v).norm }

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let (top, bottom) = (dot(u, v), u.norm * v.norm)
  let bottomGradient = v.norm / u.norm * u
  return (bottom * v - top * bottomGradient) / (bottom * bottom)
}

func unitTable(_ E: Matrix) -> Matrix {
  var inverse = Matrix.zeros(E.rows, E.rows)
  for row in 0..<E.rows { inverse[row, row] = 1 / E[row: row].norm }
  return inverse * E
}

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  let column = Matrix(rows: query.count, columns: 1, elements: query.elements)
  return (unitTable(E) * column)[column: 0] / query.norm
}

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  let candidates = scores.indices.filter { index in !excluded.contains { $0 == index } }
  let rank = { (index: Int) in
    candidates.filter { scores[$0] > scores[index] || (scores[$0] == scores[index] && $0 < index) }.count
  }
  let ordered = candidates.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }
  return ordered.prefix(k).map(\.1)
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  let units = unitTable(E)
  let cosines = (units * units.transposed)[row: word]
  return largestScores(cosines, k, [word])
}
