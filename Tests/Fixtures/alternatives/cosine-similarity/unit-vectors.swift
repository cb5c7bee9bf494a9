// Every vector brought to length 1 first; the ranking asks for one more than is needed and drops the word itself.

import LinearAlgebra

private func unit(_ v: Vector) -> Vector { 1 / v.norm * v }

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double { dot(unit(u), unit(v)) }

func minusDistance(_ u: Vector, _ v: Vector) -> Double { -(v - u).squaredNorm.squareRoot() }

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let (a, b) = (unit(u), unit(v))
  let projection = Matrix.identity(u.count) - outer(a, a)
  return projection * b / u.norm
}

func unitTable(_ E: Matrix) -> Matrix { Matrix((0..<E.rows).map { unit(E[row: $0]).elements }) }

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector { unitTable(E) * unit(query) }

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  let ranked = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
  return Array(ranked.filter { !Set(excluded).contains($0) }.prefix(k))
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  let ranked = largestScores(tableCosines(E, E[row: word]), k + 1, [])
  return Array(ranked.filter { $0 != word }.prefix(k))
}
