// Backpropagation through time for the tanh RNN language model.
//
// Write the forward pass, the loss, every line of the backward derivation, and last `bptt`, which puts them together.
// Nothing is to be averaged: the loss is a sum over the steps. Take out each `todo` as you replace it.
// Check with: gradus check bptt
//
// Arrays count from 0, the lecture's steps from 1. x[t], y[t], z[t], dz[t] and da[t] belong to step t + 1; h starts
// with h_0, so that step's state is h[t + 1], and the state it started from is h[t].

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
  todo("h_t and z_t")
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  todo("L")
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  todo("dz_t")
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  todo("dh_t")
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  todo("da_t")
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  todo("dWy")
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  todo("dWh")
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  todo("dWx")
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  todo("dbh and dby")
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  todo("dh_0")
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  todo("the whole backward pass")
}
