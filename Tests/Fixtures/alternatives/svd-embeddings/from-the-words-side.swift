// The iteration on the side of the words, with X X^T; the contexts' directions follow from u.

import LinearAlgebra

private func unit(_ v: Vector) -> Vector { v / v.norm }

func gramStep(_ X: Matrix, _ w: Vector) -> Vector { unit(X.transposed * unit(X * w)) }

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  if steps == 0 { return unit(start) }
  var u = unit(X * start)
  for _ in 1..<steps { u = unit(X * (X.transposed * u)) }
  return unit(X.transposed * u)
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix {
  let column = Matrix(rows: w.count, columns: 1, elements: w.elements)
  return X - (X * column) * column.transposed
}

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  guard let start = starts.first else { return [] }
  let w = leadingDirection(X, start, steps)
  return [w] + contextDirections(withoutDirection(X, w), Array(starts.dropFirst()), steps)
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  Vector(directions.map { dot(unit(X * $0), X * $0) })
}

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  let directions = contextDirections(X, starts, steps)
  var E = Matrix.zeros(X.rows, directions.count)
  for (j, w) in directions.enumerated() { E[column: j] = (X * w).norm * unit(X * w) }
  return E
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  var sum = Matrix.zeros(X.rows, X.columns)
  for w in directions.reversed() { sum += (X * w).norm * outer(unit(X * w), w) }
  return sum
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  let lengths = (Vector(Array(values.elements.prefix(k))).norm, values.norm)
  return lengths.0 * lengths.0 / (lengths.1 * lengths.1)
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int {
  let product = V * C
  return (product + product) * steps * k
}
