// expected: squared-norms
// mistaken: unitTable

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
  var squares = 0.0
  for i in u.indices { squares += (u[i] - v[i]) * (u[i] - v[i]) }
  return -sqrt(squares)
}

func cosineGradient(_ u: Vector, _ v: Vector) -> Vector {
  let lengths = u.norm * v.norm
  let cosine = dot(u, v) / lengths
  var gradient = Vector.zeros(u.count)
  for i in u.indices { gradient[i] = v[i] / lengths - cosine * u[i] / dot(u, u) }
  return gradient
}

func unitTable(_ E: Matrix) -> Matrix {
  var table = E
  for word in 0..<E.rows { table[row: word] = E[row: word] / E[row: word].squaredNorm }
  return table
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
