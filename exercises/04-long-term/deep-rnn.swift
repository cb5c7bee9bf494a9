// A stack of recurrent layers: the states of each layer are the inputs of the next.
//
// Write the states, the scores and the loss, every line of the backward pass, and last `stackedGradients`, which puts
// them together. Take out each `todo` as you replace it. Check with: gradus check deep-rnn
//
// Arrays count from 0: states[0] belongs to the first layer, and in each layer states[l][t] to step t + 1. The states
// h_0 from which the layers start are an array of their own, one for each layer.

import LinearAlgebra

// Given: the parameters and their gradients, of layers with H units, H_1 to H_N, inputs of length D and V words.

/// The parameters of one layer; `I` is what it reads: D numbers for the first layer, the units of the layer below else.
struct StackLayer {
  var Wx: Matrix  // H x I
  var Wh: Matrix  // H x H
  var b: Vector  // H
}

/// The parameters of all layers, the first one first, and of the output layer.
struct StackParameters {
  var layers: [StackLayer]
  var Wy: Matrix  // V x H_N
  var by: Vector  // V
}

/// The gradient of the loss with respect to one layer's parameters.
struct StackLayerGradients {
  var dWx: Matrix
  var dWh: Matrix
  var db: Vector
}

/// The gradient of the loss with respect to the layers and the states that they start from, the first layer first, and to
/// the output layer.
struct StackGradients {
  var layers: [StackLayerGradients]
  var dh0: [Vector]
  var dWy: Matrix
  var dby: Vector
}

/// The states h_1 to h_T of one layer over the inputs `x`, each from the one before; the first from `h0`.
func layerStates(_ x: [Vector], _ h0: Vector, _ layer: StackLayer) -> [Vector] {
  todo("the states of one layer")
}

/// The states of all layers, the first one first; `h0` holds the state that each layer starts from.
func stackedStates(_ x: [Vector], _ h0: [Vector], _ layers: [StackLayer]) -> [[Vector]] {
  todo("the states of all layers")
}

/// The scores z_t = Wy h_t + by, read off the states of the last layer.
func stackedScores(_ states: [[Vector]], _ Wy: Matrix, _ by: Vector) -> [Vector] {
  todo("z_t")
}

/// The loss L = -sum_t log softmax(z_t)[y_t] of the whole network, finite for scores of any size.
func stackedLoss(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> Double {
  todo("L")
}

/// The gradients da_t of one layer; `above` is what comes from above into its states `h`, a vector for each step.
func stackedPreActivationGradients(_ above: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  todo("da_t of one layer")
}

/// What a layer's gradients da_t tell the layer below, which made its inputs: Wx^T da_t for each step.
func gradientForBelow(_ da: [Vector], _ Wx: Matrix) -> [Vector] {
  todo("Wx^T da_t")
}

/// The gradients of one layer's parameters, sums over its steps; it read `x`, started from `h0` and computed `h`.
func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  todo("dWx, dWh and db of one layer")
}

/// All gradients of the loss for one sequence `x` with the right words `y`: the last layer first, each handing down.
func stackedGradients(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> StackGradients {
  todo("all gradients")
}
