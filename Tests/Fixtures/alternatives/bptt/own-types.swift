// Own types: the structures have methods and computed properties, a protocol and extensions do the sums.

import LinearAlgebra

// Given: the parameters, the states and the gradients, of H units, inputs of length D and V words.

/// The parameters that all time steps share.
struct RNNParameters {
  var Wx: Matrix
  var Wh: Matrix
  var bh: Vector
  var Wy: Matrix
  var by: Vector

  var units: Int { bh.count }

  func state(after h: Vector, reading x: Vector) -> Vector { tanh(Wx * x + Wh * h + bh) }

  func scores(_ h: Vector) -> Vector { Wy * h + by }
}

/// What the forward pass leaves behind: `h` holds the T + 1 states from h_0 to h_T, `z` the scores from z_1 to z_T.
struct RNNStates {
  var h: [Vector]
  var z: [Vector] = []

  var last: Vector { h[h.count - 1] }

  mutating func advance(_ x: Vector, _ p: RNNParameters) {
    h.append(p.state(after: last, reading: x))
    z.append(p.scores(last))
  }
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

/// What can be added up.
private protocol Summable {
  static func + (a: Self, b: Self) -> Self
}

extension Vector: Summable {}

extension Matrix: Summable {}

extension Sequence where Element: Summable {
  fileprivate func total() -> Element? {
    var iterator = makeIterator()
    guard var sum = iterator.next() else { return nil }
    while let next = iterator.next() { sum = sum + next }
    return sum
  }
}

extension Matrix {
  fileprivate func pulledBack(_ v: Vector) -> Vector { transposed * v }
}

/// A distribution over words that is made of scores.
private struct Prediction {
  let scores: Vector
  var normalizer: Double { logSumExp(scores) }
  var probabilities: Vector { scores.map { exp($0 - normalizer) } }
  func surprise(at word: Int) -> Double { normalizer - scores[word] }
}

/// One pass through the network, backwards: a sequence of the gradients at the pre-activations.
private struct Backward: Sequence, IteratorProtocol {
  let dz: [Vector]
  let states: RNNStates
  let parameters: RNNParameters
  var steps: Int
  var daNext: Vector

  mutating func next() -> Vector? {
    guard steps > 0 else { return nil }
    defer { steps -= 1 }
    let dh = stateGradient(dz[steps - 1], daNext, parameters.Wy, parameters.Wh)
    daNext = preActivationGradient(dh, states.h[steps])
    return daNext
  }
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh), h_0 first, and the scores z_t = Wy h_t + by.
func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  var states = RNNStates(h: [h0])
  x.forEach { states.advance($0, p) }
  return states
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  Vector(zip(z, y).map { Prediction(scores: $0).surprise(at: $1) }).sum
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  Prediction(scores: z).probabilities - .oneHot(y, count: z.count)
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  Wy.pulledBack(dz) + Wh.pulledBack(daNext)
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  let slope = (1 + h) .* (1 - h)
  return slope .* dh
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  zip(dz, h[1...]).map(outer).total() ?? Matrix.zeros(0, 0)
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  zip(da, h.dropLast()).map(outer).total() ?? Matrix.zeros(0, 0)
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  zip(da, x).map(outer).total() ?? Matrix.zeros(0, 0)
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  d.total() ?? []
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  Wh.pulledBack(da1)
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let dz = zip(states.z, y).map(scoreGradient)
  let backward = Backward(dz: dz, states: states, parameters: p, steps: x.count, daNext: .zeros(p.units))
  let da: [Vector] = backward.reversed()
  return RNNGradients(
    dWx: inputWeightGradient(da, x), dWh: recurrentWeightGradient(da, states.h), dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, states.h), dby: biasGradient(dz), dh0: initialStateGradient(da[0], p.Wh))
}
