// expected: no-cap, weight-missing-in-gradient
// mistaken: gloveWeight, gloveGradients

func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  x > 0 ? pow(x / xMax, alpha) : 0
}

func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  dot(c, w) - log(x) + wordBias + contextBias
}

func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  let products = p.W * p.C.transposed
  var shares: [Double] = []
  for place in 0..<X.rows * X.columns {
    let (i, j) = (place / X.columns, place % X.columns)
    let count = X[i, j]
    if count == 0 { continue }
    let weight = count < xMax ? pow(count / xMax, alpha) : 1
    let error = products[i, j] + p.b[i] + p.c[j] - log(count)
    shares.append(weight * error * error)
  }
  return shares.reduce(0, +)
}

func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  let products = p.W * p.C.transposed
  var de = Matrix.zeros(X.rows, X.columns)
  for i in 0..<X.rows {
    for j in 0..<X.columns where X[i, j] > 0 {
      de[i, j] = 2 * (products[i, j] + p.b[i] + p.c[j] - log(X[i, j]))
    }
  }
  let ones = Vector.ones(X.rows)
  return GloVeGradients(dW: de * p.C, dC: de.transposed * p.W, db: de * ones, dc: de.transposed * ones)
}
