// Foundation is imported, the parameters have labels and names of their own, and everything is summed in one pass.

import Foundation
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

/// The words' probabilities.
typealias Probabilities = Vector

private func sumOfOuterProducts(_ left: ArraySlice<Vector>, _ right: ArraySlice<Vector>) -> Matrix {
  precondition(left.count == right.count, "as many states as gradients")
  var sum: Matrix?
  for (a, b) in zip(left, right) {
    if let known = sum { sum = known + outer(a, b) } else { sum = outer(a, b) }
  }
  guard let sum else { fatalError("no steps") }
  return sum
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh), h_0 first, and the scores z_t = Wy h_t + by.
func rnnForward(inputs: [Vector], initial state: Vector, parameters: RNNParameters) -> RNNStates {
  var result = RNNStates(h: [state], z: [])
  var current = state
  for input in inputs {
    current = tanh(parameters.bh + parameters.Wx * input + parameters.Wh * current)
    result.h.append(current)
    result.z.append(parameters.by + parameters.Wy * current)
  }
  return result
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(scores: [Vector], words: [Int]) -> Double {
  var sum: Double = 0
  for (index, word) in words.enumerated() {
    sum = sum - logSoftmax(scores[index])[word]
  }
  return sum
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(scores: Vector, word: Int) -> Vector {
  let probabilities: Probabilities = softmax(scores)
  return Vector(probabilities.indices.map { word == $0 ? probabilities[$0] - 1.0 : probabilities[$0] })
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ above: Vector, _ future: Vector, outputWeights: Matrix, recurrentWeights: Matrix) -> Vector {
  recurrentWeights.transposed * future + outputWeights.transposed * above
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(of dh: Vector, at state: Vector) -> Vector {
  dh .* (1.0 - state .* state)
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ scoreGradients: [Vector], states: [Vector]) -> Matrix {
  sumOfOuterProducts(scoreGradients[...], states[1...])
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ gradients: [Vector], states: [Vector]) -> Matrix {
  sumOfOuterProducts(gradients[...], states[..<gradients.count])
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ gradients: [Vector], inputs: [Vector]) -> Matrix {
  sumOfOuterProducts(gradients[...], inputs[...])
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(steps: [Vector]) -> Vector {
  steps.reduce(into: Vector.zeros(steps[0].count)) { $0 += $1 }
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ first: Vector, through recurrentWeights: Matrix) -> Vector {
  recurrentWeights.transposed * first
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(inputs: [Vector], words: [Int], initial: Vector, parameters p: RNNParameters) -> RNNGradients {
  let states = rnnForward(inputs: inputs, initial: initial, parameters: p)
  var g = RNNGradients(
    dWx: 0 * p.Wx, dWh: 0 * p.Wh, dbh: 0 * p.bh, dWy: 0 * p.Wy, dby: 0 * p.by, dh0: 0 * initial)
  for t in stride(from: inputs.count - 1, through: 0, by: -1) {
    let dz = scoreGradient(scores: states.z[t], word: words[t])
    let da = preActivationGradient(of: p.Wy.transposed * dz + g.dh0, at: states.h[t + 1])
    g.dWx += outer(da, inputs[t])
    g.dWh += outer(da, states.h[t])
    g.dbh += da
    g.dWy += outer(dz, states.h[t + 1])
    g.dby += dz
    g.dh0 = initialStateGradient(da, through: p.Wh)
  }
  return g
}
