// The matrix is never changed: what was found before is taken out of the vector, in every step.

import LinearAlgebra

private func cleared(_ v: Vector, of found: [Vector]) -> Vector { found.reduce(v) { $0 - dot($1, $0) * $1 } }

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  let along = X * w
  let stretched = (0..<X.rows).map { along[$0] * X[row: $0] }.reduce(Vector.zeros(X.columns), +)
  return stretched / sqrt(dot(stretched, stretched))
}

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var w = start / sqrt(dot(start, start))
  for _ in stride(from: steps, to: 0, by: -1) { w = gramStep(X, w) }
  return w
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix { X + outer(-(X * w), w) }

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  var found: [Vector] = []
  for start in starts {
    var w = cleared(start, of: found)
    for _ in 0..<steps + 20 {
      w = cleared(X.transposed * (X * w), of: found)
      w = w / w.norm
    }
    found.append(w)
  }
  return found
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  Vector(directions.map { (X * $0).reduce(0) { $0 + $1 * $1 }.squareRoot() })
}

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  let directions = contextDirections(X, starts, steps)
  return Matrix((0..<X.rows).map { word in directions.map { dot($0, X[row: word]) } })
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  Matrix(
    (0..<X.rows).map { word in
      directions.map { dot($0, X[row: word]) * $0 }.reduce(Vector.zeros(X.columns), +).elements
    })
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  1 - values.dropFirst(k).reduce(0) { $0 + $1 * $1 } / dot(values, values)
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int { [2, V, C, k, steps].reduce(1, *) }
