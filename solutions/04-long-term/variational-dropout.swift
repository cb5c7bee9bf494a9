// Variational dropout in a tanh RNN language model: one mask for all steps, forward and backward.
//
// The lecture's symbols: Wx, Wh, Wy, bh, by are W_x, W_h, W_y, b_h, b_y; a is the pre-activation, h = tanh(a) the state,
// z_t are the scores. mx, mh and my are the masks of inputs, states and outputs: 0 for a unit that is dropped, 1/keep for
// one that is kept. dX is the gradient of the loss L with respect to X, of X's shape.
//
// Arrays count from 0: x[t], y[t], z[t], dz[t] and da[t] belong to step t + 1; h starts with h_0, so that step's state is
// h[t + 1].

import LinearAlgebra

// Given: the parameters, the masks and the gradients, of H units, inputs of length D and V words.

/// The parameters that all time steps share.
struct DropoutParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// The masks of one sequence; all time steps share them as well.
struct DropoutMasks {
  var mx: Vector  // D
  var mh: Vector  // H
  var my: Vector  // H
}

/// The gradient of the loss with respect to each parameter and to h_0, each of its parameter's shape.
struct DropoutGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
  var dh0: Vector
}

/// A mask from uniform numbers `u` in [0, 1): 1/keep where a number is below `keep`, and 0 elsewhere.
func dropoutMask(_ u: Vector, _ keep: Double) -> Vector {
  u.map { $0 < keep ? 1 / keep : 0 }
}

/// The masks of one sequence: `ux`, `uh` and `uy` are the uniform numbers of inputs, states and outputs.
func sequenceMasks(_ ux: Vector, _ uh: Vector, _ uy: Vector, _ keep: Double) -> DropoutMasks {
  let mx = dropoutMask(ux, keep)
  let mh = dropoutMask(uh, keep)
  let my = dropoutMask(uy, keep)
  return DropoutMasks(mx: mx, mh: mh, my: my)
}

/// The masks that change nothing, for `D` inputs and `H` units: those of evaluation.
func evaluationMasks(_ D: Int, _ H: Int) -> DropoutMasks {
  DropoutMasks(mx: .ones(D), mh: .ones(H), my: .ones(H))
}

/// One step, h_t = tanh(Wh (mh .* h_{t-1}) + Wx (mx .* x_t) + bh); `h` is h_{t-1}, `x` is x_t.
func droppedStep(_ h: Vector, _ x: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  let fromState = p.Wh * (m.mh .* h)
  let fromInput = p.Wx * (m.mx .* x)
  return tanh(fromState + fromInput + p.bh)
}

/// The states of a sequence, `h0` first and then h_1 to h_T, all with the same masks.
func droppedStates(_ x: [Vector], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  var h = [h0]
  for t in x.indices {
    h.append(droppedStep(h[t], x[t], m, p))
  }
  return h
}

/// The scores z_t = Wy (my .* h_t) + by, from the states `h`, which begin with h_0.
func droppedScores(_ h: [Vector], _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  h.dropFirst().map { p.Wy * (m.my .* $0) + p.by }
}

/// The loss L = -sum_t log softmax(z_t)[y_t] with the given masks, finite for scores of any size.
func droppedLoss(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> Double {
  let z = droppedScores(droppedStates(x, h0, m, p), m, p)
  return zip(z, y).reduce(0) { $0 - logSoftmax($1.0)[$1.1] }
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func droppedStateGradient(_ dz: Vector, _ daNext: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  let fromAbove = m.my .* (p.Wy.transposed * dz)
  let fromFuture = m.mh .* (p.Wh.transposed * daNext)
  return fromAbove + fromFuture
}

/// The gradient of the recurrent weights, dWh = sum_t da_t (mh .* h_{t-1})^T; `h` begins with h_0.
func droppedRecurrentGradient(_ da: [Vector], _ h: [Vector], _ mh: Vector) -> Matrix {
  var dWh = Matrix.zeros(mh.count, mh.count)
  for (before, d) in zip(h, da) {
    dWh += outer(d, mh .* before)  // what the matrix multiplied
  }
  return dWh
}

/// The gradient of the input weights, dWx = sum_t da_t (mx .* x_t)^T.
func droppedInputGradient(_ da: [Vector], _ x: [Vector], _ mx: Vector) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, mx.count)
  for (input, d) in zip(x, da) {
    dWx += outer(d, mx .* input)
  }
  return dWx
}

/// All gradients of the loss for one sequence `x` with the right words `y` and the given masks.
func droppedGradients(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> DropoutGradients {
  let h = droppedStates(x, h0, m, p)
  let z = droppedScores(h, m, p)
  let dz = zip(z, y).map { softmax($0) - Vector.oneHot($1, count: $0.count) }

  var dWy = Matrix.zeros(p.Wy.rows, p.Wy.columns)
  var dby = Vector.zeros(p.by.count)
  var dbh = Vector.zeros(h0.count)
  var da: [Vector] = []
  var daNext = Vector.zeros(h0.count)  // nothing follows the last step
  for (d, state) in zip(dz, h.dropFirst()).reversed() {
    dWy += outer(d, m.my .* state)
    dby += d
    daNext = droppedStateGradient(d, daNext, m, p) .* (1 - state .* state)
    dbh += daNext
    da.insert(daNext, at: 0)
  }

  return DropoutGradients(
    dWx: droppedInputGradient(da, x, m.mx),
    dWh: droppedRecurrentGradient(da, h, m.mh),
    dbh: dbh,
    dWy: dWy,
    dby: dby,
    dh0: m.mh .* (p.Wh.transposed * daNext)  // what is left over is da_1
  )
}
