// A classifier of names: a recurrent network reads the letters, and the last state alone decides.
//
// Write the forward pass, then the way back from the one loss to every letter, and last `classifierGradients`. Take out
// each `todo` as you replace it. Check with: gradus check sequence-classifier
//
// Arrays count from 0: letters[t] and da[t] belong to step t + 1. h starts with h_0, so that step's state is h[t + 1].

import LinearAlgebra

// Given: the parameters, of H units, an alphabet of D letters and C classes, and their gradients.

/// The parameters of a network that reads letters and names a class.
struct ClassifierParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // C x H
  var by: Vector  // C
}

/// The gradient of the loss with respect to each parameter, each of its parameter's shape.
struct ClassifierGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh) over the one-hot letters, the given `h0` first.
func letterStates(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> [Vector] {
  todo("h_0 and then a state for each letter")
}

/// What the layer hands on: all states from h_1 to h_T, or only the last one, in a list of its own.
func layerOutput(_ h: [Vector], _ returnSequences: Bool) -> [Vector] {
  todo("all states behind h_0, or the last one")
}

/// The scores z = Wy h_T + by of the classes, from the state after the last letter.
func classScores(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> Vector {
  todo("Wy h_T + by")
}

/// The loss L = -log softmax(z)[label], one number for the whole name, finite for scores of any size.
func classLoss(_ z: Vector, _ label: Int) -> Double {
  todo("-log softmax(z)[label]")
}

/// The gradient dz of the loss with respect to the scores of a name whose right class is `label`.
func classScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  todo("dz")
}

/// The gradient dh_T with respect to the last state, the only one that has scores above it.
func lastStateGradient(_ dz: Vector, _ Wy: Matrix) -> Vector {
  todo("dh_T")
}

/// The gradients from da_1 to da_T, by way back from `dhLast`, which is dh_T; `h` runs from h_0 to h_T.
func letterPreActivationGradients(_ dhLast: Vector, _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  todo("da_1 to da_T")
}

/// The gradient dWx, of `D` columns: each da_t belongs to the column of the letter that was read.
func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  todo("dWx")
}

/// All gradients of the loss for one name: forward, then backward from the last letter.
func classifierGradients(
  _ letters: [Int], _ label: Int, _ h0: Vector, _ p: ClassifierParameters
) -> ClassifierGradients {
  todo("dWx, dWh, dbh, dWy and dby")
}
