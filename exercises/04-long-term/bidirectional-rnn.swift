// A bidirectional tanh network that gives every word of a text a class.
//
// Write the states of both directions, what joins them, the loss, every line of the backward pass, and last
// `bidirectionalGradients`, which puts them together. Take out each `todo` as you replace it.
// Check with: gradus check bidirectional-rnn
//
// Arrays count from 0: x[t], y[t] and every state [t] belong to word t + 1 of the text, in both directions.

import LinearAlgebra

// Given: the parameters and their gradients, of F and B units, inputs of length D and V classes.

/// The parameters of one direction, of H units: F for the forward one, B for the backward one.
struct DirectionParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var b: Vector  // H
}

/// The parameters of both directions and of the output layer.
struct BidirectionalParameters {
  var forward: DirectionParameters
  var backward: DirectionParameters
  var U: Matrix  // V x (F + B)
  var c: Vector  // V
}

/// Gradients with respect to the states of either direction, a vector for each word.
struct DirectedGradients {
  var forward: [Vector]
  var backward: [Vector]
}

/// The gradient of the loss with respect to the parameters of one direction, each of its parameter's shape.
struct DirectionGradients {
  var dWx: Matrix
  var dWh: Matrix
  var db: Vector
}

/// The gradient of the loss with respect to all parameters and to the states that the directions start from.
struct BidirectionalGradients {
  var forward: DirectionGradients
  var backward: DirectionGradients
  var dU: Matrix
  var dc: Vector
  var dStart: Vector
  var dEnd: Vector
}

/// The states of the forward direction, one for each word, each from the one before it; the first from `start`.
func forwardStates(_ x: [Vector], _ start: Vector, _ p: DirectionParameters) -> [Vector] {
  todo("the forward states")
}

/// The states of the backward direction, in the order of the text: each from the one behind it, the last from `end`.
func backwardStates(_ x: [Vector], _ end: Vector, _ p: DirectionParameters) -> [Vector] {
  todo("the backward states")
}

/// The states of both directions joined, a vector of length F + B for each word.
func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  todo("[forward state, backward state]")
}

/// One vector for the whole text: of each direction the state that has read all of it.
func textSummary(_ forward: [Vector], _ backward: [Vector]) -> Vector {
  todo("one vector for the whole text")
}

/// The scores z_t = U h_t + c of the classes for each word; `h` holds the joined states.
func taggingScores(_ h: [Vector], _ U: Matrix, _ c: Vector) -> [Vector] {
  todo("z_t")
}

/// The loss L = -sum_t log softmax(z_t)[y_t] of the whole network, a sum over the words, finite for scores of any size.
func taggingLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters) -> Double {
  todo("L")
}

/// The gradients `dh` with respect to the joined states, taken apart; the forward direction has `F` units.
func directedGradients(_ dh: [Vector], _ F: Int) -> DirectedGradients {
  todo("the parts of dh_t")
}

/// The gradients da_t of the forward direction; `dh` is what the losses of the same words say, `h` the states.
func forwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  todo("da_t of the forward direction")
}

/// The gradients da_t of the backward direction, in the order of the text.
func backwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  todo("da_t of the backward direction")
}

/// The gradients of one direction's parameters; `origin` holds, for each word, the state that its step started from.
func directionGradients(_ da: [Vector], _ x: [Vector], _ origin: [Vector]) -> DirectionGradients {
  todo("dWx, dWh and db")
}

/// All gradients of the loss for one text `x` with the classes `y`; the directions start from `start` and `end`.
func bidirectionalGradients(
  _ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters
) -> BidirectionalGradients {
  todo("all gradients")
}
