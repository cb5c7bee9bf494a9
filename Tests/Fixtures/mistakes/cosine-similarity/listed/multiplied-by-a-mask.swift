// expected: excluded-words-set-to-zero
// mistaken: largestScores
// calling: nearestWords

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  dot(u / u.norm, v / v.norm)
}

func tableCosines(_ E: Matrix, _ query: Vector) -> Vector {
  Vector((0..<E.rows).map { cosineSimilarity(E[row: $0], query) })
}

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  var mask = Vector.ones(scores.count)
  for i in excluded { mask[i] = 0 }
  let masked = scores .* mask
  return masked.indices.sorted { masked[$0] == masked[$1] ? $0 < $1 : masked[$0] > masked[$1] }.dropLast(
    scores.count - k)
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  largestScores(tableCosines(E, E[row: word]), k, [word])
}
