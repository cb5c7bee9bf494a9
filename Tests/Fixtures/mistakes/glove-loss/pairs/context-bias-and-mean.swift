// expected: context-bias-left-out, mean-instead-of-sum
// mistaken: glovePairError, gloveLoss

func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  min(1, pow(x / xMax, alpha))
}

func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  dot(w, c) + wordBias - log(x)
}

func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  let products = p.W * p.C.transposed
  var total = 0.0
  for i in 0..<X.rows {
    for j in 0..<X.columns where X[i, j] > 0 {
      let weight = X[i, j] < xMax ? pow(X[i, j] / xMax, alpha) : 1
      let error = products[i, j] + p.b[i] + p.c[j] - log(X[i, j])
      total += weight * error * error
    }
  }
  return total / Double(X.rows) / Double(X.columns)
}

func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  let products = p.W * p.C.transposed
  var de = Matrix.zeros(X.rows, X.columns)
  for i in 0..<X.rows {
    for j in 0..<X.columns {
      let count = X[i, j]
      guard count > 0 else { continue }
      let weight = count < xMax ? pow(count / xMax, alpha) : 1
      de[i, j] = 2 * weight * (products[i, j] + p.b[i] + p.c[j] - log(count))
    }
  }
  let ones = Vector.ones(X.rows)
  return GloVeGradients(dW: de * p.C, dC: de.transposed * p.W, db: de * ones, dc: de.transposed * ones)
}
