// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct DropoutParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

struct DropoutMasks {
  var mx: Vector  // D
  var mh: Vector  // H
  var my: Vector  // H
}

struct DropoutGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
  var dh0: Vector
}

func dropoutMask(_ u: Vector, _ keep: Double) -> Vector {
  var mask = Vector.zeros(u.count)
  for i in u.indices where u[i] < keep { mask[i] = 1 / keep }
  return mask
}

func sequenceMasks(_ ux: Vector, _ uh: Vector, _ uy: Vector, _ keep: Double) -> DropoutMasks {
  DropoutMasks(
    mx: ux.map { $0 < keep ? 1 / keep : 0 }, mh: uh.map { $0 < keep ? 1 / keep : 0 },
    my: uy.map { $0 < keep ? 1 / keep : 0 })
}

func evaluationMasks(_ D: Int, _ H: Int) -> DropoutMasks {
  DropoutMasks(
    mx: Vector(Array(repeating: 1.0, count: D)), mh: Vector(Array(repeating: 1.0, count: H)),
    my: Vector(Array(repeating: 1.0, count: H)))
}

func droppedStep(_ h: Vector, _ x: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  var a = p.bh
  for i in a.indices {
    for j in h.indices { a[i] += p.Wh[i, j] * m.mh[j] * h[j] }
    for j in x.indices { a[i] += p.Wx[i, j] * m.mx[j] * x[j] }
  }
  return tanh(a)
}

func droppedStates(_ x: [Vector], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  var h = [h0]
  for t in 0..<x.count {
    h.append(tanh(p.bh + p.Wx * (x[t] .* m.mx) + p.Wh * (h[t] .* m.mh)))
  }
  return h
}

func droppedScores(_ h: [Vector], _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  var z: [Vector] = []
  for t in 1..<h.count { z.append(p.by + p.Wy * (h[t] .* m.my)) }
  return z
}

func droppedLoss(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> Double {
  var h = h0
  var loss = 0.0
  for t in x.indices {
    h = tanh(p.bh + p.Wx * (x[t] .* m.mx) + p.Wh * (h .* m.mh))
    let z = p.by + p.Wy * (h .* m.my)
    loss += logSumExp(z) - z[y[t]]
  }
  return loss
}

func droppedStateGradient(_ dz: Vector, _ daNext: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  var dh = Vector.zeros(daNext.count)
  for j in dh.indices {
    for k in dz.indices { dh[j] += m.my[j] * p.Wy[k, j] * dz[k] }
    for i in daNext.indices { dh[j] += m.mh[j] * p.Wh[i, j] * daNext[i] }
  }
  return dh
}

func droppedRecurrentGradient(_ da: [Vector], _ h: [Vector], _ mh: Vector) -> Matrix {
  var dW = Matrix.zeros(mh.count, mh.count)
  for t in 0..<da.count { dW += outer(da[t], h[t] .* mh) }
  return dW
}

func droppedInputGradient(_ da: [Vector], _ x: [Vector], _ mx: Vector) -> Matrix {
  var dW = Matrix.zeros(da[0].count, mx.count)
  for t in 0..<da.count { dW += outer(da[t], x[t] .* mx) }
  return dW
}

func droppedGradients(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> DropoutGradients {
  let h = droppedStates(x, h0, m, p)
  var g = DropoutGradients(
    dWx: 0.0 * p.Wx, dWh: 0.0 * p.Wh, dbh: 0.0 * p.bh, dWy: 0.0 * p.Wy, dby: 0.0 * p.by, dh0: 0.0 * h0)
  for t in x.indices.reversed() {
    let shown = h[t + 1] .* m.my
    var dz = softmax(p.by + p.Wy * shown)
    dz[y[t]] -= 1
    let dh = m.my .* (p.Wy.transposed * dz) + g.dh0
    let da = dh .* (1 - h[t + 1] .* h[t + 1])
    g.dWy += outer(dz, shown)
    g.dby += dz
    g.dWh += outer(da, h[t] .* m.mh)
    g.dWx += outer(da, x[t] .* m.mx)
    g.dbh += da
    g.dh0 = m.mh .* (p.Wh.transposed * da)
  }
  return g
}
