// The forward pass of the recurrent language model.
//
// Write one step of the cell, its output, and both for a whole sequence. Take out each `todo` as you replace it.
// Check with: gradus check rnn-forward
//
// Arrays count from 0, the lecture's steps from 1: x[t], the state h[t] and yHat[t] belong to step t + 1.

import LinearAlgebra

// Given: the parameters, of H units, inputs of length D and V words.

/// The parameters that all time steps share.
struct VanillaParameters {
  var Wh: Matrix  // H x H
  var Wx: Matrix  // H x D
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// The pre-activation a_t = Wh h_{t-1} + Wx x_t + bh; `h` is h_{t-1}, `x` is x_t.
func vanillaPreActivation(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  todo("a_t")
}

/// One step of the cell: the state h_t = tanh(a_t); `h` is h_{t-1}, `x` is x_t.
func vanillaStep(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  todo("h_t")
}

/// The distribution of the next word, softmax(Wy h_t + by), finite for scores of any size; `h` is h_t.
func nextWordDistribution(_ h: Vector, _ p: VanillaParameters) -> Vector {
  todo("yHat_t")
}

/// The states of a whole sequence, h_1 to h_T, each from the one before; the first from `h0`.
func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  todo("h_1 to h_T")
}

/// The distributions of a whole sequence, yHat_1 to yHat_T.
func vanillaOutputs(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  todo("yHat_1 to yHat_T")
}
