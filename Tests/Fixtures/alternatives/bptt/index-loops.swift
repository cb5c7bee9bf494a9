// Every product is a loop over indices, entry by entry; no matrix product of the toolbox is used.

import LinearAlgebra

// Given: the parameters, the states and the gradients, of H units, inputs of length D and V words.

/// The parameters that all time steps share.
struct RNNParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// What the forward pass leaves behind: `h` holds the T + 1 states from h_0 to h_T, `z` the scores from z_1 to z_T.
struct RNNStates {
  var h: [Vector]
  var z: [Vector]
}

/// The gradient of the loss with respect to each parameter and to h_0, each of its parameter's shape.
struct RNNGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
  var dh0: Vector
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh), h_0 first, and the scores z_t = Wy h_t + by.
func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  let H = h0.count
  let V = p.by.count
  var states = RNNStates(h: [h0], z: [])
  for t in 0..<x.count {
    var h = Vector.zeros(H)
    for i in 0..<H {
      var a = p.bh[i]
      for j in 0..<x[t].count { a += p.Wx[i, j] * x[t][j] }
      for j in 0..<H { a += p.Wh[i, j] * states.h[t][j] }
      h[i] = tanh(a)
    }
    var z = Vector.zeros(V)
    for k in 0..<V {
      z[k] = p.by[k]
      for i in 0..<H { z[k] += p.Wy[k, i] * h[i] }
    }
    states.h.append(h)
    states.z.append(z)
  }
  return states
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var loss = 0.0
  for t in 0..<z.count {
    var largest = z[t][0]
    for k in 1..<z[t].count where z[t][k] > largest { largest = z[t][k] }
    var total = 0.0
    for k in 0..<z[t].count { total += exp(z[t][k] - largest) }
    loss += largest + log(total) - z[t][y[t]]
  }
  return loss
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  var largest = z[0]
  for k in 1..<z.count where z[k] > largest { largest = z[k] }
  var dz = Vector.zeros(z.count)
  var total = 0.0
  for k in 0..<z.count {
    dz[k] = exp(z[k] - largest)
    total += dz[k]
  }
  for k in 0..<z.count { dz[k] /= total }
  dz[y] -= 1
  return dz
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  var dh = Vector.zeros(daNext.count)
  for i in 0..<dh.count {
    for k in 0..<dz.count { dh[i] += Wy[k, i] * dz[k] }
    for j in 0..<daNext.count { dh[i] += Wh[j, i] * daNext[j] }
  }
  return dh
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  var da = dh
  for i in 0..<h.count { da[i] *= 1 - h[i] * h[i] }
  return da
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  var dWy = Matrix.zeros(dz[0].count, h[0].count)
  for k in 0..<dWy.rows {
    for i in 0..<dWy.columns {
      for t in 0..<dz.count { dWy[k, i] += dz[t][k] * h[t + 1][i] }
    }
  }
  return dWy
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  var dWh = Matrix.zeros(h[0].count, h[0].count)
  for t in 0..<da.count {
    for j in 0..<dWh.columns {
      for i in 0..<dWh.rows { dWh[i, j] += da[t][i] * h[t][j] }
    }
  }
  return dWh
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, x[0].count)
  for t in 0..<da.count {
    for i in 0..<dWx.rows {
      for j in 0..<dWx.columns { dWx[i, j] += da[t][i] * x[t][j] }
    }
  }
  return dWx
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  var db = d[0]
  for t in 1..<d.count {
    for i in 0..<db.count { db[i] += d[t][i] }
  }
  return db
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  var dh0 = Vector.zeros(Wh.columns)
  for j in 0..<Wh.columns {
    for i in 0..<Wh.rows { dh0[j] += Wh[i, j] * da1[i] }
  }
  return dh0
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  var dz: [Vector] = []
  for t in 0..<x.count { dz.append(scoreGradient(states.z[t], y[t])) }
  var da = dz
  var daNext = Vector.zeros(h0.count)
  var t = x.count - 1
  while t >= 0 {
    daNext = preActivationGradient(stateGradient(dz[t], daNext, p.Wy, p.Wh), states.h[t + 1])
    da[t] = daNext
    t -= 1
  }
  return RNNGradients(
    dWx: inputWeightGradient(da, x), dWh: recurrentWeightGradient(da, states.h), dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, states.h), dby: biasGradient(dz), dh0: initialStateGradient(daNext, p.Wh))
}
