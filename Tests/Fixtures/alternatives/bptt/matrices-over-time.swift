// A whole sequence is one matrix with a row per step, and each sum over time is one product of two matrices.

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

/// The matrix whose rows are the given vectors.
private func stacked(_ rows: some Collection<Vector>) -> Matrix {
  Matrix(rows.map(\.elements))
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh), h_0 first, and the scores z_t = Wy h_t + by.
func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  let fromInputs = stacked(x) * p.Wx.transposed
  var h = [h0]
  for t in x.indices { h.append(tanh(fromInputs[row: t] + p.Wh * h[t] + p.bh)) }
  let scores = stacked(h[1...]) * p.Wy.transposed
  return RNNStates(h: h, z: x.indices.map { scores[row: $0] + p.by })
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var picked = Vector.zeros(z.count)
  for t in z.indices { picked[t] = logSumExp(z[t]) - z[t][y[t]] }
  return dot(picked, .ones(z.count))
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  exp(logSoftmax(z)) - .oneHot(y, count: z.count)
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  var both = Matrix.zeros(Wy.rows + Wh.rows, Wh.columns)
  for row in 0..<Wy.rows { both[row: row] = Wy[row: row] }
  for row in 0..<Wh.rows { both[row: Wy.rows + row] = Wh[row: row] }
  return both.transposed * concatenate(dz, daNext)
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  var jacobian = Matrix.zeros(h.count, h.count)
  for i in h.indices { jacobian[i, i] = 1 - h[i] * h[i] }
  return jacobian * dh
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  stacked(dz).transposed * stacked(h[1...])
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  stacked(da).transposed * stacked(h.dropLast())
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  (stacked(x).transposed * stacked(da)).transposed
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  stacked(d).transposed * .ones(d.count)
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  (stacked([da1]) * Wh)[row: 0]
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let dz = zip(states.z, y).map { scoreGradient($0, $1) }
  let fromAbove = stacked(dz) * p.Wy
  var da = stacked(states.h[1...]).map { 1 - $0 * $0 }
  var future = Vector.zeros(h0.count)
  for t in x.indices.reversed() {
    da[row: t] = da[row: t] .* (fromAbove[row: t] + future)
    future = initialStateGradient(da[row: t], p.Wh)
  }
  return RNNGradients(
    dWx: da.transposed * stacked(x),
    dWh: da.transposed * stacked(states.h.dropLast()),
    dbh: da.transposed * .ones(x.count),
    dWy: stacked(dz).transposed * stacked(states.h[1...]),
    dby: biasGradient(dz),
    dh0: future)
}
