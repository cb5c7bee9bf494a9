// expected: none
// mistaken: gloveLoss

func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  if x == 0 { return 0 }
  if x >= xMax { return 1 }
  return pow(x / xMax, alpha)
}

func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  var prediction = wordBias + contextBias
  for k in w.indices { prediction += w[k] * c[k] }
  return prediction - log(x)
}

func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  var J = 0.0
  for i in 0..<X.rows {
    for j in 0..<X.columns where X[i, j] > 0 && i != j {
      let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
      J += gloveWeight(X[i, j], xMax, alpha) * e * e
    }
  }
  return J
}
