// Every sum is taken pairwise: the sum of the first half plus the sum of the second, by one generic function.

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

/// The sum of a range of terms, which must not be empty, by halves.
private func pairwise<Term>(_ range: Range<Int>, _ add: (Term, Term) -> Term, _ term: (Int) -> Term) -> Term {
  guard range.count > 1 else { return term(range.lowerBound) }
  let middle = range.lowerBound + range.count / 2
  let first = pairwise(range.lowerBound..<middle, add, term)
  let second = pairwise(middle..<range.upperBound, add, term)
  return add(first, second)
}

private func product(_ m: Matrix, _ v: Vector) -> Vector {
  pairwise(0..<m.columns, +) { m[column: $0] * v[$0] }
}

private func transposedProduct(_ m: Matrix, _ v: Vector) -> Vector {
  pairwise(0..<m.rows, +) { m[row: $0] * v[$0] }
}

/// The logarithm of a sum of exponentials, from the logarithms of both halves.
private func logSum(_ z: Vector) -> Double {
  pairwise(z.indices, { a, b in max(a, b) + log1p(exp(-abs(a - b))) }, { z[$0] })
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh), h_0 first, and the scores z_t = Wy h_t + by.
func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  var h = [h0]
  for input in x {
    h.append(tanh(product(p.Wx, input) + (product(p.Wh, h[h.count - 1]) + p.bh)))
  }
  return RNNStates(h: h, z: h.dropFirst().map { product(p.Wy, $0) + p.by })
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  pairwise(z.indices, +) { logSum(z[$0]) - z[$0][y[$0]] }
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  let normalizer = logSum(z)
  var dz = z.map { exp($0 - normalizer) }
  dz[y] -= 1
  return dz
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  transposedProduct(Wy, dz) + transposedProduct(Wh, daNext)
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  (1 - h) .* (1 + h) .* dh
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  pairwise(dz.indices, +) { outer(dz[$0], h[$0 + 1]) }
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  pairwise(da.indices, +) { outer(da[$0], h[$0]) }
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  pairwise(da.indices, +) { outer(da[$0], x[$0]) }
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  pairwise(d.indices, +) { d[$0] }
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  transposedProduct(Wh, da1)
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let dz = x.indices.map { scoreGradient(states.z[$0], y[$0]) }
  var da = [Vector](repeating: .zeros(h0.count), count: x.count + 1)
  for t in x.indices.reversed() {
    da[t] = preActivationGradient(stateGradient(dz[t], da[t + 1], p.Wy, p.Wh), states.h[t + 1])
  }
  da.removeLast()
  return RNNGradients(
    dWx: inputWeightGradient(da, x), dWh: recurrentWeightGradient(da, states.h), dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, states.h), dby: biasGradient(dz), dh0: initialStateGradient(da[0], p.Wh))
}
