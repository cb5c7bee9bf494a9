// expected: gradients-overwritten
// mistaken: gloveGradients

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

func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  var dW = Matrix.zeros(p.W.rows, p.W.columns)
  var dC = Matrix.zeros(p.C.rows, p.C.columns)
  var db = Vector.zeros(p.b.count)
  var dc = Vector.zeros(p.c.count)
  for i in 0..<X.rows {
    for j in 0..<X.columns where X[i, j] > 0 {
      let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
      let de = 2 * gloveWeight(X[i, j], xMax, alpha) * e
      for k in 0..<p.W.columns {
        dW[i, k] = de * p.C[j, k]
        dC[j, k] = de * p.W[i, k]
      }
      db[i] = de
      dc[j] = de
    }
  }
  return GloVeGradients(dW: dW, dC: dC, db: db, dc: dc)
}
