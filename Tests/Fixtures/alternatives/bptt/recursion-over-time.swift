// Time is walked by recursion, and each step adds its shares to gradients that are passed along.

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
  guard let first = x.first else { return RNNStates(h: [h0], z: []) }
  let h1 = tanh(p.Wx * first + p.Wh * h0 + p.bh)
  let rest = rnnForward(Array(x.dropFirst()), h1, p)
  return RNNStates(h: [h0] + rest.h, z: [p.Wy * h1 + p.by] + rest.z)
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  func loss(from t: Int) -> Double {
    t == z.count ? 0 : loss(from: t + 1) - logSoftmax(z[t])[y[t]]
  }
  return loss(from: 0)
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  var dz = softmax(z)
  dz[y] -= 1
  return dz
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  var dh = Wh.transposed * daNext
  dh += Wy.transposed * dz
  return dh
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  dh .* (1 - h .* h)
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  recurrentWeightGradient(dz, Array(h.dropFirst()))
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  let first = outer(da[0], h[0])
  if da.count == 1 { return first }
  return first + recurrentWeightGradient(Array(da.dropFirst()), Array(h.dropFirst()))
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  recurrentWeightGradient(da, x)
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  d.count == 1 ? d[0] : biasGradient(Array(d.dropLast())) + d[d.count - 1]
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  Wh.transposed * da1
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  var gradients = RNNGradients(
    dWx: .zeros(p.Wx.rows, p.Wx.columns), dWh: .zeros(p.Wh.rows, p.Wh.columns), dbh: .zeros(p.bh.count),
    dWy: .zeros(p.Wy.rows, p.Wy.columns), dby: .zeros(p.by.count), dh0: .zeros(h0.count))

  // Forward on the way down, backward on the way up: the result is the gradient of the state before the step.
  func step(_ t: Int, _ hPrevious: Vector) -> Vector {
    guard t < x.count else { return .zeros(h0.count) }
    let h = tanh(p.Wh * hPrevious + p.Wx * x[t] + p.bh)
    let dz = scoreGradient(p.Wy * h + p.by, y[t])
    let fromFuture = step(t + 1, h)
    let da = preActivationGradient(p.Wy.transposed * dz + fromFuture, h)
    gradients.dWx += outer(da, x[t])
    gradients.dWh += outer(da, hPrevious)
    gradients.dbh += da
    gradients.dWy += outer(dz, h)
    gradients.dby += dz
    return p.Wh.transposed * da
  }
  gradients.dh0 = step(0, h0)
  return gradients
}
