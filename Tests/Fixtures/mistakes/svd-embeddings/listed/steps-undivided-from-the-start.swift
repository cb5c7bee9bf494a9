// expected: step-not-normalised
// mistaken: leadingDirection
// calling: contextDirections, svdEmbeddings

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  let g = (X.transposed * X) * w
  return g / g.norm
}

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var w = start
  for _ in 0..<steps { w = X.transposed * (X * w) }
  return w
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix {
  X * (Matrix.identity(w.count) - outer(w, w))
}

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  var (rest, found) = (X, [Vector]())
  while found.count < starts.count {
    found.append(leadingDirection(rest, starts[found.count], steps))
    rest = withoutDirection(rest, found[found.count - 1])
  }
  return found
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  Vector(directions.map { sqrt((X * $0).squaredNorm) })
}

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  let W = Matrix(contextDirections(X, starts, steps).map(\.elements)).transposed
  return X * W
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  let W = Matrix(directions.map(\.elements)).transposed
  return X * W * W.transposed
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  let squares = values .* values
  return Vector(squares.prefix(k)).sum / squares.sum
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int {
  (0..<k).reduce(0) { sum, _ in sum + steps * 2 * V * C }
}
