// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  var stretched = Vector.zeros(X.columns)
  for v in 0..<X.rows {
    var product = 0.0
    for c in 0..<X.columns { product += X[v, c] * w[c] }
    for c in 0..<X.columns { stretched[c] += X[v, c] * product }
  }
  return stretched / sqrt(dot(stretched, stretched))
}

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var w = start / start.norm
  for _ in 0..<steps {
    let next = X.transposed * (X * w)
    w = next / next.norm
  }
  return w
}

func withoutDirection(_ X: Matrix, _ w: Vector) -> Matrix {
  var rest = X
  for v in 0..<X.rows {
    let along = dot(X[row: v], w)
    for c in 0..<X.columns { rest[v, c] -= along * w[c] }
  }
  return rest
}

func contextDirections(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> [Vector] {
  var rest = X
  var found: [Vector] = []
  for start in starts {
    var w = start / start.norm
    for _ in 0..<steps {
      let next = rest.transposed * (rest * w)
      w = next / next.norm
    }
    rest = rest - outer(rest * w, w)
    found.append(w)
  }
  return found
}

func singularValues(_ X: Matrix, _ directions: [Vector]) -> Vector {
  var values = Vector.zeros(directions.count)
  for j in directions.indices {
    let image = X * directions[j]
    values[j] = sqrt(dot(image, image))
  }
  return values
}

func svdEmbeddings(_ X: Matrix, _ starts: [Vector], _ steps: Int) -> Matrix {
  var rest = X
  var table = Matrix.zeros(X.rows, starts.count)
  for j in starts.indices {
    var w = starts[j] / starts[j].norm
    for _ in 0..<steps {
      let next = rest.transposed * (rest * w)
      w = next / next.norm
    }
    table[column: j] = rest * w
    rest = rest - outer(rest * w, w)
  }
  return table
}

func lowRankMatrix(_ X: Matrix, _ directions: [Vector]) -> Matrix {
  var sum = Matrix.zeros(X.rows, X.columns)
  for w in directions {
    let image = X * w
    for v in 0..<X.rows {
      for c in 0..<X.columns { sum[v, c] += image[v] * w[c] }
    }
  }
  return sum
}

func keptShare(_ values: Vector, _ k: Int) -> Double {
  var (kept, all) = (0.0, 0.0)
  for j in values.indices {
    all += values[j] * values[j]
    if j < k { kept += values[j] * values[j] }
  }
  return kept / all
}

func iterationCost(_ V: Int, _ C: Int, _ k: Int, _ steps: Int) -> Int {
  let perStep = V * C + C * V
  return k * steps * perStep
}
