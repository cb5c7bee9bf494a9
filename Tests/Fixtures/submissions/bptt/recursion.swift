// A function calls itself without end.
// Status: crashed
// Fails: preActivationGradient crashed, bptt crashed
// Says: crashed at line {here}: an access to memory that is not there, such as a recursion that does not end

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
  var h = [h0]
  var z: [Vector] = []
  var previous = h0
  for input in x {
    let a = p.Wh * previous + p.Wx * input + p.bh
    let state = tanh(a)
    h.append(state)
    z.append(p.Wy * state + p.by)
    previous = state
  }
  return RNNStates(h: h, z: z)
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var loss = 0.0
  for t in z.indices {
    loss -= logSoftmax(z[t])[y[t]]
  }
  return loss
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  let yHat = softmax(z)
  let target = Vector.oneHot(y, count: z.count)
  return yHat - target
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  let fromAbove = Wy.transposed * dz
  let fromFuture = Wh.transposed * daNext
  return fromAbove + fromFuture
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  let slope = 1 + preActivationGradient(h, dh)  // <- here
  return dh .* slope
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  var dWy = Matrix.zeros(dz[0].count, h[0].count)
  for t in dz.indices {
    dWy += outer(dz[t], h[t + 1])  // the state that made these scores
  }
  return dWy
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  var dWh = Matrix.zeros(da[0].count, h[0].count)
  for t in da.indices {
    dWh += outer(da[t], h[t])  // the state that the step started from
  }
  return dWh
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, x[0].count)
  for t in da.indices {
    dWx += outer(da[t], x[t])
  }
  return dWx
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  var db = Vector.zeros(d[0].count)
  for step in d {
    db += step
  }
  return db
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  let dh0 = Wh.transposed * da1  // no scores above h_0, so only the future counts
  return dh0
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let h = states.h
  let dz = zip(states.z, y).map { scoreGradient($0, $1) }

  var da = [Vector](repeating: Vector.zeros(h0.count), count: x.count)
  var daNext = Vector.zeros(h0.count)  // nothing follows the last step
  for t in x.indices.reversed() {
    let dh = stateGradient(dz[t], daNext, p.Wy, p.Wh)
    da[t] = preActivationGradient(dh, h[t + 1])
    daNext = da[t]
  }

  return RNNGradients(
    dWx: inputWeightGradient(da, x),
    dWh: recurrentWeightGradient(da, h),
    dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, h),
    dby: biasGradient(dz),
    dh0: initialStateGradient(da[0], p.Wh)
  )
}
