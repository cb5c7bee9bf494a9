// Entry by entry, with nothing but indices.

import LinearAlgebra

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  var stretched = Vector.zeros(X.columns)
  for row in 0..<X.rows {
    var product = 0.0
    for column in 0..<X.columns { product += X[row, column] * w[column] }
    for column in 0..<X.columns { stretched[column] += X[row, column] * product }
  }
  var square = 0.0
  for column in 0..<X.columns { square += stretched[column] * stretched[column] }
  for column in 0..<X.columns { stretched[column] /= sqrt(square) }
  return stretched
}

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var w = start / start.norm
  var step = 0
  while step < steps {
    w = gramStep(X, w)
    step += 1
  }
  return w
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix {
  var rest = X
  for row in 0..<X.rows {
    var product = 0.0
    for column in 0..<X.columns { product += X[row, column] * w[column] }
    for column in 0..<X.columns { rest[row, column] -= product * w[column] }
  }
  return rest
}

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  var directions: [Vector] = []
  for j in 0..<starts.count {
    var rest = X
    for found in directions { rest = withoutDirection(rest, found) }
    directions.append(leadingDirection(rest, starts[j], steps))
  }
  return directions
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  var values = Vector.zeros(directions.count)
  for j in 0..<directions.count { values[j] = sqrt(dot(X * directions[j], X * directions[j])) }
  return values
}

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  let directions = contextDirections(X, starts, steps)
  var E = Matrix.zeros(X.rows, starts.count)
  for word in 0..<X.rows {
    for j in 0..<starts.count { E[word, j] = dot(X[row: word], directions[j]) }
  }
  return E
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  var sum = Matrix.zeros(X.rows, X.columns)
  for w in directions {
    let along = X * w
    for row in 0..<X.rows {
      for column in 0..<X.columns { sum[row, column] += along[row] * w[column] }
    }
  }
  return sum
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  var (kept, all) = (0.0, 0.0)
  for j in 0..<values.count {
    if j < k { kept += values[j] * values[j] }
    all += values[j] * values[j]
  }
  return kept / all
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int {
  var multiplications = 0
  for _ in 0..<k {
    for _ in 0..<steps { multiplications += V * C + C * V }
  }
  return multiplications
}
