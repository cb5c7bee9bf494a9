// No loop and no variable: map, zip and reduce.

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
  let h = x.reduce([h0]) { h, xt in
    h + h.suffix(1).map { tanh(p.Wh * $0 + p.Wx * xt + p.bh) }
  }
  return RNNStates(h: h, z: h.dropFirst().map { p.Wy * $0 + p.by })
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  -zip(z, y).map { logSoftmax($0)[$1] }.reduce(0, +)
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  Vector(softmax(z).enumerated().map { $0.offset == y ? $0.element - 1 : $0.element })
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  Vector(daNext.indices.map { dot(dz, Wy[column: $0]) + dot(daNext, Wh[column: $0]) })
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  Vector(zip(dh, h).map { $0 * (1 - $1 * $1) })
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  zip(dz, h.dropFirst()).map { outer($0, $1) }.reduce(.zeros(dz[0].count, h[0].count), +)
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  zip(da, h).map { outer($0, $1) }.reduce(.zeros(da[0].count, h[0].count), +)
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  zip(da, x).map { outer($0, $1) }.reduce(.zeros(da[0].count, x[0].count), +)
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  Vector(d[0].indices.map { i in d.map { $0[i] }.reduce(0, +) })
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  Vector((0..<Wh.columns).map { dot(da1, Wh[column: $0]) })
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let dz = zip(states.z, y).map { scoreGradient($0, $1) }
  let da = Array(
    zip(dz, states.h.dropFirst()).reversed().reduce(into: [Vector]()) { later, step in
      let dh = stateGradient(step.0, later.last ?? .zeros(h0.count), p.Wy, p.Wh)
      later.append(preActivationGradient(dh, step.1))
    }.reversed())
  return RNNGradients(
    dWx: inputWeightGradient(da, x), dWh: recurrentWeightGradient(da, states.h), dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, states.h), dby: biasGradient(dz), dh0: initialStateGradient(da[0], p.Wh))
}
