// expected: none
// mistaken: gloveLoss

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
  let all = seen(X, p, xMax, alpha)
  if all.isEmpty { return 0 }
  return all.map { $0.weight * pow($0.error, 2) }.reduce(0, +) / Double(all.count)
}

func gloveGradients(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> GloVeGradients {
  let V = p.W.rows
  let D = p.W.columns
  var result = GloVeGradients(
    dW: Matrix.zeros(V, D), dC: Matrix.zeros(V, D), db: Vector.zeros(V), dc: Vector.zeros(V))
  for pair in seen(X, p, xMax, alpha) {
    let slope = 2 * pair.weight * pair.error
    result.dW[row: pair.i] += slope * p.C[row: pair.j]
    result.dC[row: pair.j] += slope * p.W[row: pair.i]
    result.db[pair.i] += slope
    result.dc[pair.j] += slope
  }
  return result
}
