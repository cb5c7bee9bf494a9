// expected: one-table-for-both
// mistaken: gloveLoss

func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  min(1, pow(x / xMax, alpha))
}

func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  dot(c, w) - log(x) + wordBias + contextBias
}

func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  let products = p.W * p.W.transposed
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
