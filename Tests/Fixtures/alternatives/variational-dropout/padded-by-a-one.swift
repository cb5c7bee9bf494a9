// Masked inputs and states are made once; they go into the products and into the sums alike.

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
  let shown = concatenate(m.mh .* h, concatenate(m.mx .* x, [1]))
  return tanh(
    Vector(
      p.bh.indices.map { row in
        dot(concatenate(p.Wh[row: row], concatenate(p.Wx[row: row], [p.bh[row]])), shown)
      }))
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
  let shownInputs = x.map { m.mx .* $0 }
  let shownStates = h.map { m.mh .* $0 }
  let readStates = h.map { m.my .* $0 }
  var g = DropoutGradients(
    dWx: 0 * p.Wx, dWh: 0 * p.Wh, dbh: 0 * p.bh, dWy: 0 * p.Wy, dby: 0 * p.by, dh0: 0 * h0)
  for t in stride(from: x.count - 1, through: 0, by: -1) {
    let dz = softmax(p.Wy * readStates[t + 1] + p.by) - .oneHot(y[t], count: p.by.count)
    let dh = m.my .* (p.Wy.transposed * dz) + g.dh0
    let da = dh - dh .* h[t + 1] .* h[t + 1]
    g.dWx += outer(da, shownInputs[t])
    g.dWh += outer(da, shownStates[t])
    g.dbh += da
    g.dWy += outer(dz, readStates[t + 1])
    g.dby += dz
    g.dh0 = m.mh .* (p.Wh.transposed * da)
  }
  return g
}
