// All directions in each step: multiplied by the matrix and its transpose, and made orthogonal again, the first one first.

import LinearAlgebra

private func orthogonal(_ vectors: [Vector]) -> [Vector] {
  vectors.reduce(into: []) { done, v in
    var rest = v
    for _ in 0..<2 { rest = done.reduce(rest) { $0 - dot($0, $1) * $1 } }
    done.append(rest / rest.norm)
  }
}

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  let scaled = X * w / (X * w).norm
  let stretched = X.transposed * scaled
  return stretched / stretched.norm
}

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  let gram = X.transposed * X
  var w = start / start.norm
  for _ in 0..<steps {
    w = gram * w
    w = w / w.norm
  }
  return w
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix {
  Matrix((0..<X.rows).map { (X[row: $0] - dot(X[row: $0], w) * w).elements })
}

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  let directions = (0..<steps + 40).reduce(orthogonal(starts)) { directions, _ in
    orthogonal(directions.map { X.transposed * (X * $0) })
  }
  return zip(directions, starts).map { dot($0, $1) < 0 ? -$0 : $0 }
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  Vector(directions.map { w in sqrt((0..<X.rows).map { dot(X[row: $0], w) * dot(X[row: $0], w) }.reduce(0, +)) })
}

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  X * Matrix(contextDirections(X, starts, steps).map(\.elements)).transposed
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  X - directions.reduce(X) { withoutDirection($0, $1) }
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  (0..<k).map { values[$0] * values[$0] / values.squaredNorm }.reduce(0, +)
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int { steps * k * C * V * 2 }
