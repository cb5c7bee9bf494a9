// Truncated backpropagation through time: the text is cut into chunks, the state runs on, the gradient stops.
//
// Write the chunks' bounds, the states that cross them, the backward pass of one chunk, and last `truncatedBPTT`. Nothing
// is to be averaged. Take out each `todo` as you replace it. Check with: gradus check truncated-bptt
//
// Arrays count from 0: x[t], y[t], dz[t] and da[t] belong to step t + 1. Arrays of states start with the state that
// comes before the first step, so that step's state is h[t + 1].

import LinearAlgebra

// Given: the parameters, of H units, inputs of length D and V words, and their gradients.

/// The parameters that all time steps share.
struct ChunkParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// The gradient of a loss with respect to each parameter, each of its parameter's shape.
struct ChunkGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
}

/// Where the chunks of `k` steps begin and end: 0, k, 2k and so on, and last T itself.
func chunkBounds(_ T: Int, _ k: Int) -> [Int] {
  todo("0, k, 2k, ..., T")
}

/// The states of the tanh network over the inputs `x`, the given `start` first and then one for each step.
func chunkStates(_ x: [Vector], _ start: Vector, _ p: ChunkParameters) -> [Vector] {
  todo("the states")
}

/// The state that each chunk starts from: `h0` for the first, for every other the last state of the chunk before.
func carriedStates(_ x: [Vector], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> [Vector] {
  todo("h_0, h_k, h_2k, ...")
}

/// The loss of one chunk, -sum_t log softmax(z_t)[y_t] over its own steps; `start` is the state that it starts from.
func chunkLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> Double {
  todo("the loss of one chunk")
}

/// The gradients da_t with respect to the pre-activations of one chunk; nothing comes in from behind its last step.
func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  todo("da_t")
}

/// The gradients of one chunk's loss, the sum over its steps, with the state that it starts from taken as given.
func chunkGradients(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> ChunkGradients {
  todo("the gradients of one chunk")
}

/// The gradients of truncated backpropagation through time: those of all chunks of `k` steps, added up.
func truncatedBPTT(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> ChunkGradients {
  todo("the gradients of all chunks")
}
