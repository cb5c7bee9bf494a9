// The backward pass keeps no state: each step runs forward again from h_0. The tanh comes from the logistic function.

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

/// The hyperbolic tangent, 2 sigmoid(2a) - 1.
private func squash(_ a: Vector) -> Vector {
  2 * sigmoid(2 * a) + Vector(repeating: -1, count: a.count)
}

/// The state after the first `steps` inputs.
private func state(after steps: Int, _ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> Vector {
  var h = h0
  for input in x[..<steps] { h = squash(p.Wx * input + p.Wh * h + p.bh) }
  return h
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh), h_0 first, and the scores z_t = Wy h_t + by.
func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  let h = (0...x.count).map { state(after: $0, x, h0, p) }
  return RNNStates(h: h, z: (1..<h.count).map { p.Wy * h[$0] + p.by })
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var loss = 0.0
  for (scores, word) in zip(z, y) {
    // -log softmax(z)[y] is the logarithm of the sum of exp(z_k - z_y).
    loss += logSumExp(scores.map { $0 - scores[word] })
  }
  return loss
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  let yHat = exp(z.map { $0 - logSumExp(z) })
  return Vector(z.indices.map { yHat[$0] - ($0 == y ? 1 : 0) })
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  Wy.transposed * dz + Wh.transposed * daNext
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  dh .* h.map { 1 - pow($0, 2) }
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  var dWy = outer(dz[0], h[1])
  for t in dz.indices.dropFirst() { dWy += outer(dz[t], h[t + 1]) }
  return dWy
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  var dWh = outer(da[0], h[0])
  for t in da.indices.dropFirst() { dWh += outer(da[t], h[t]) }
  return dWh
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  var dWx = outer(x[0], da[0])
  for t in da.indices.dropFirst() { dWx += outer(x[t], da[t]) }
  return dWx.transposed
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  d.dropFirst().reduce(d[0], +)
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  stateGradient(Vector.zeros(1), da1, Matrix.zeros(1, Wh.columns), Wh)
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  var da: [Vector] = []
  var dz: [Vector] = []
  for t in x.indices.reversed() {
    let h = state(after: t + 1, x, h0, p)
    dz.insert(scoreGradient(p.Wy * h + p.by, y[t]), at: 0)
    let dh = stateGradient(dz[0], da.first ?? Vector.zeros(h0.count), p.Wy, p.Wh)
    da.insert(preActivationGradient(dh, h), at: 0)
  }
  let h = rnnForward(x, h0, p).h
  return RNNGradients(
    dWx: inputWeightGradient(da, x), dWh: recurrentWeightGradient(da, h), dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, h), dby: biasGradient(dz), dh0: initialStateGradient(da[0], p.Wh))
}
