// The whole gradient without going back in time: the derivatives of the state by every parameter are carried forward.

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
  // One matrix [W_h, W_x, b_h] acts on [h, x, 1].
  var joint = Matrix.zeros(p.Wh.rows, p.Wh.columns + p.Wx.columns + 1)
  for i in 0..<joint.rows {
    joint[row: i] = concatenate(concatenate(p.Wh[row: i], p.Wx[row: i]), [p.bh[i]])
  }
  var h = [h0]
  var z: [Vector] = []
  for (t, input) in x.enumerated() {
    h.append(tanh(joint * concatenate(concatenate(h[t], input), [1])))
    z.append(p.by + p.Wy * h[t + 1])
  }
  return RNNStates(h: h, z: z)
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  let right = y.indices.reduce(0.0) { $0 + z[$1][y[$1]] }
  let all = z.reduce(0.0) { $0 + logSumExp($1) }
  return all - right
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  // Each probability is 1 over the sum of exp(z_j - z_k).
  var dz = Vector(z.map { score in exp(-logSumExp(z.map { $0 - score })) })
  dz[y] -= 1
  return dz
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  var dh = Vector.zeros(Wh.columns)
  for k in dz.indices { dh += dz[k] * Wy[row: k] }
  for i in daNext.indices { dh += daNext[i] * Wh[row: i] }
  return dh
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  -(h .* h - Vector.ones(h.count)) .* dh
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  var dWy = Matrix.zeros(dz[0].count, h[0].count)
  for (step, state) in zip(dz, h.dropFirst()) {
    for k in step.indices { dWy[row: k] += step[k] * state }
  }
  return dWy
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  var dWh = Matrix.zeros(da[0].count, h[0].count)
  for (step, state) in zip(da, h) {
    for j in state.indices { dWh[column: j] += step * state[j] }
  }
  return dWh
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  recurrentWeightGradient(da, x)
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  var db = d[0]
  d[1...].forEach { db += $0 }
  return db
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  var dh0 = Vector.zeros(Wh.columns)
  for i in da1.indices { dh0 += da1[i] * Wh[row: i] }
  return dh0
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let (H, D) = (h0.count, p.Wx.columns)
  // Columns: the entries of W_h row by row, those of W_x, b_h, h_0.
  let startWx = H * H
  let startBh = startWx + H * D
  let startH0 = startBh + H
  var jacobian = Matrix.zeros(H, startH0 + H)
  for i in 0..<H { jacobian[i, startH0 + i] = 1 }
  var total = Vector.zeros(startH0 + H)
  var dWy = Matrix.zeros(p.Wy.rows, H)
  var dby = Vector.zeros(p.by.count)
  for t in x.indices {
    var next = p.Wh * jacobian
    for i in 0..<H {
      for j in 0..<H { next[i, i * H + j] += states.h[t][j] }
      for j in 0..<D { next[i, startWx + i * D + j] += x[t][j] }
      next[i, startBh + i] += 1
      next[row: i] *= 1 - states.h[t + 1][i] * states.h[t + 1][i]
    }
    jacobian = next
    let dz = scoreGradient(states.z[t], y[t])
    total += jacobian.transposed * (p.Wy.transposed * dz)
    dWy += outer(dz, states.h[t + 1])
    dby += dz
  }
  return RNNGradients(
    dWx: Matrix(rows: H, columns: D, elements: Array(total.elements[startWx..<startBh])),
    dWh: Matrix(rows: H, columns: H, elements: Array(total.elements[..<startWx])),
    dbh: Vector(total.elements[startBh..<startH0]),
    dWy: dWy, dby: dby,
    dh0: Vector(total.elements[startH0...]))
}
