// A decomposition by one-sided Jacobi rotations: columns are turned against each other until all are orthogonal. Their
// lengths are then the singular values, and what was turned is W. No start and no number of steps is needed.

import LinearAlgebra

private func decomposed(_ X: Matrix) -> [(value: Double, column: Vector, w: Vector)] {
  var columns = (0..<X.columns).map { X[column: $0] }
  var W = (0..<X.columns).map { Vector.oneHot($0, count: X.columns) }
  for _ in 0..<60 {
    var isTurned = false
    for p in 0..<X.columns {
      for q in p + 1..<max(p + 1, X.columns) {
        let (a, b, c) = (columns[p].squaredNorm, columns[q].squaredNorm, dot(columns[p], columns[q]))
        if abs(c) <= 1e-17 * sqrt(a * b) { continue }
        isTurned = true
        let zeta = (b - a) / (2 * c)
        let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + sqrt(1 + zeta * zeta))
        let cosine = 1 / sqrt(1 + t * t)
        let sine = cosine * t
        (columns[p], columns[q]) = (cosine * columns[p] - sine * columns[q], sine * columns[p] + cosine * columns[q])
        (W[p], W[q]) = (cosine * W[p] - sine * W[q], sine * W[p] + cosine * W[q])
      }
    }
    if !isTurned { break }
  }
  return W.indices.map { (columns[$0].norm, columns[$0], W[$0]) }.sorted { $0.0 > $1.0 }
}

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  let stretched = (X.transposed * X) * w
  return 1 / stretched.norm * stretched
}

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  steps == 0 ? start / start.norm : gramStep(X, leadingDirection(X, start, steps - 1))
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix { X * (Matrix.identity(w.count) - outer(w, w)) }

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  zip(decomposed(X), starts).map { found, start in dot(found.w, start) < 0 ? -found.w : found.w }
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  Vector(directions.map { sqrt(dot($0, X.transposed * (X * $0))) })
}

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  let columns = zip(decomposed(X), starts).map { found, start in
    dot(found.w, start) < 0 ? -found.column : found.column
  }
  return Matrix(columns.map(\.elements)).transposed
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  let W = Matrix(directions.map(\.elements))
  return X * W.transposed * W
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  let squares = values .* values
  return squares.elements[..<k].reduce(0, +) / squares.sum
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int { (V * C + C * V) * (k * steps) }
