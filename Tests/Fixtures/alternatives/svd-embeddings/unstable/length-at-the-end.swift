// Unstable: brought to length 1 after the last step only, so that many steps with large counts overflow.

import LinearAlgebra

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  let stretched = X.transposed * (X * w)
  return stretched / stretched.norm
}

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var w = start
  for _ in 0..<steps { w = X.transposed * (X * w) }
  return w / w.norm
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix { X - outer(X * w, w) }

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  var rest = X
  return starts.map { start in
    let w = leadingDirection(rest, start, steps)
    rest = withoutDirection(rest, w)
    return w
  }
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector { Vector(directions.map { (X * $0).norm }) }

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  X * Matrix(contextDirections(X, starts, steps).map(\.elements)).transposed
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  directions.reduce(Matrix.zeros(X.rows, X.columns)) { $0 + outer(X * $1, $1) }
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  Vector(values.prefix(k)).squaredNorm / values.squaredNorm
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int { 2 * V * C * k * steps }
