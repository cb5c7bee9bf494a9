// expected: half-in-the-loss, factor-two-missing
// mistaken: gloveLoss, gloveGradients

private func seen(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> [Seen] {
  (0..<X.rows).flatMap { i in
    (0..<X.columns).filter { j in X[i, j] > 0 }.map { j in
      Seen(
        i: i, j: j, weight: gloveWeight(X[i, j], xMax, alpha),
        error: glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j]))
    }
  }
}

func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  seen(X, p, xMax, alpha).reduce(0) { $0 + $1.weight * $1.error * $1.error / 2 }
}

func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  let V = p.W.rows
  let D = p.W.columns
  var result = GloVeGradients(
    dW: Matrix.zeros(V, D), dC: Matrix.zeros(V, D), db: Vector.zeros(V), dc: Vector.zeros(V))
  for pair in seen(X, p, xMax, alpha) {
    let slope = pair.weight * pair.error
    result.dW[row: pair.i] += slope * p.C[row: pair.j]
    result.dC[row: pair.j] += slope * p.W[row: pair.i]
    result.db[pair.i] += slope
    result.dc[pair.j] += slope
  }
  return result
}
