// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct GloVeParameters {
  var W: Matrix
  var C: Matrix
  var b: Vector
  var c: Vector
}

struct GloVeGradients {
  var dW: Matrix
  var dC: Matrix
  var db: Vector
  var dc: Vector
}

func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  switch x {
  case 0: 0
  case ..<xMax: pow(x, alpha) / pow(xMax, alpha)
  default: 1
  }
}

func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  let prediction = (w .* c).sum + (wordBias + contextBias)
  let target = log(x)
  return prediction - target
}

func gloveLoss(_ X: Matrix, _ p: GloVeParameters, _ xMax: Double, _ alpha: Double) -> Double {
  var J = 0.0
  for i in 0..<X.rows {
    for j in 0..<X.columns where X[i, j] > 0 {
      let e = glovePairError(p.W[row: i], p.C[row: j], p.b[i], p.c[j], X[i, j])
      J += gloveWeight(X[i, j], xMax, alpha) * e * e
    }
  }
  return J
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
        dW[i, k] += de * p.C[j, k]
        dC[j, k] += de * p.W[i, k]
      }
      db[i] += de
      dc[j] += de
    }
  }
  return GloVeGradients(dW: dW, dC: dC, db: db, dc: dc)
}

private struct Seen {
  var i: Int
  var j: Int
  var weight: Double
  var error: Double
}
