// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func cosineSimilarity(_ u: Vector, _ v: Vector) -> Double {
  var (product, uu, vv) = (0.0, 0.0, 0.0)
  for i in u.indices {
    product += u[i] * v[i]
    uu += u[i] * u[i]
    vv += v[i] * v[i]
  }
  return product / (sqrt(uu) * sqrt(vv))
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
  var cosines = Vector.zeros(E.rows)
  for word in 0..<E.rows {
    var product = 0.0
    for d in 0..<E.columns { product += E[word, d] * query[d] }
    cosines[word] = product / E[row: word].norm / query.norm
  }
  return cosines
}

func largestScores(_ scores: Vector, _ k: Int, _ excluded: [Int]) -> [Int] {
  var taken = excluded
  var best: [Int] = []
  while best.count < k {
    var winner = -1
    for i in scores.indices where !taken.contains(i) {
      if winner < 0 || scores[i] > scores[winner] { winner = i }
    }
    best.append(winner)
    taken.append(winner)
  }
  return best
}

func nearestWords(_ E: Matrix, _ word: Int, _ k: Int) -> [Int] {
  let v = E[row: word]
  var others: [(cosine: Double, word: Int)] = []
  for i in 0..<E.rows where i != word {
    others.append((dot(E[row: i], v) / (E[row: i].norm * v.norm), i))
  }
  others.sort { $0.cosine > $1.cosine }
  return others[..<k].map { $0.word }
}
