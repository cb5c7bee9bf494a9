// Variational dropout in a tanh RNN language model: one mask for all steps.
//
// Write the masks, the forward pass and the loss, every new line of the backward pass, and last `droppedGradients`, which
// puts them together. Take out each `todo` as you replace it. Check with: gradus check variational-dropout
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
  todo("the mask")
}

/// The masks of one sequence: `ux`, `uh` and `uy` are the uniform numbers of inputs, states and outputs.
func sequenceMasks(_ ux: Vector, _ uh: Vector, _ uy: Vector, _ keep: Double) -> DropoutMasks {
  todo("mx, mh and my")
}

/// The masks that change nothing, for `D` inputs and `H` units: those of evaluation.
func evaluationMasks(_ D: Int, _ H: Int) -> DropoutMasks {
  todo("masks that change nothing")
}

/// One step, h_t = tanh(Wh (mh .* h_{t-1}) + Wx (mx .* x_t) + bh); `h` is h_{t-1}, `x` is x_t.
func droppedStep(_ h: Vector, _ x: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  todo("h_t")
}

/// The states of a sequence, `h0` first and then h_1 to h_T, all with the same masks.
func droppedStates(_ x: [Vector], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  todo("the states, h_0 first")
}

/// The scores z_t = Wy (my .* h_t) + by, from the states `h`, which begin with h_0.
func droppedScores(_ h: [Vector], _ m: DropoutMasks, _ p: DropoutParameters) -> [Vector] {
  todo("z_t")
}

/// The loss L = -sum_t log softmax(z_t)[y_t] with the given masks, finite for scores of any size.
func droppedLoss(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> Double {
  todo("L")
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func droppedStateGradient(_ dz: Vector, _ daNext: Vector, _ m: DropoutMasks, _ p: DropoutParameters) -> Vector {
  todo("dh_t")
}

/// The gradient of the recurrent weights, dWh = sum_t da_t (mh .* h_{t-1})^T; `h` begins with h_0.
func droppedRecurrentGradient(_ da: [Vector], _ h: [Vector], _ mh: Vector) -> Matrix {
  todo("dWh")
}

/// The gradient of the input weights, dWx = sum_t da_t (mx .* x_t)^T.
func droppedInputGradient(_ da: [Vector], _ x: [Vector], _ mx: Vector) -> Matrix {
  todo("dWx")
}

/// All gradients of the loss for one sequence `x` with the right words `y` and the given masks.
func droppedGradients(
  _ x: [Vector], _ y: [Int], _ h0: Vector, _ m: DropoutMasks, _ p: DropoutParameters
) -> DropoutGradients {
  todo("all gradients")
}
