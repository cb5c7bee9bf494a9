// Every sum is taken from its last term to its first, inside the products too.

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

/// The inner product, summed from the end.
private func inner(_ a: Vector, _ b: Vector) -> Double {
  var total = 0.0
  for index in a.indices.reversed() { total += b[index] * a[index] }
  return total
}

/// The product of a matrix and a vector, each row summed from the end.
private func product(_ m: Matrix, _ v: Vector) -> Vector {
  Vector((0..<m.rows).map { inner(m[row: $0], v) })
}

/// The product of a transposed matrix and a vector, each column summed from the end.
private func transposedProduct(_ m: Matrix, _ v: Vector) -> Vector {
  Vector((0..<m.columns).map { inner(m[column: $0], v) })
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh), h_0 first, and the scores z_t = Wy h_t + by.
func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  var states = RNNStates(h: [h0], z: [])
  for t in x.indices {
    let h = tanh(p.bh + product(p.Wx, x[t]) + product(p.Wh, states.h[t]))
    states.h.append(h)
    states.z.append(p.by + product(p.Wy, h))
  }
  return states
}

/// The loss L = -sum_t log softmax(z_t)[y_t], a sum over the steps, finite for scores of any size.
func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var loss = 0.0
  for t in z.indices.reversed() {
    let largest = z[t].max() ?? 0
    var total = 0.0
    for score in z[t].reversed() { total += exp(score - largest) }
    loss += log(total) - (z[t][y[t]] - largest)
  }
  return loss
}

/// The gradient dz_t of the loss with respect to the scores of one step whose right word is `y`.
func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  let largest = z.max() ?? 0
  var total = 0.0
  for score in z.reversed() { total += exp(score - largest) }
  return -Vector.oneHot(y, count: z.count) + z.map { exp($0 - largest) } / total
}

/// The gradient dh_t, from above (`dz` is dz_t) and from the future (`daNext` is da_{t+1}, zeros at the last step).
func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  transposedProduct(Wh, daNext) + transposedProduct(Wy, dz)
}

/// The gradient da_t with respect to the pre-activation, from dh_t and the state `h`, which is h_t = tanh(a_t).
func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  dh - h .* h .* dh
}

/// The gradient dWy; `dz` runs from dz_1 to dz_T, `h` from h_0 to h_T.
func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  var dWy = Matrix.zeros(dz[0].count, h[0].count)
  for t in stride(from: dz.count, to: 0, by: -1) { dWy += outer(dz[t - 1], h[t]) }
  return dWy
}

/// The gradient dWh; `da` runs from da_1 to da_T, `h` from h_0 to h_T.
func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  var dWh = Matrix.zeros(da[0].count, h[0].count)
  for t in da.indices.reversed() { dWh += outer(da[t], h[t]) }
  return dWh
}

/// The gradient dWx; `da` runs from da_1 to da_T, `x` from x_1 to x_T.
func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, x[0].count)
  for t in da.indices.reversed() { dWx += outer(da[t], x[t]) }
  return dWx
}

/// The gradient of a bias that is added at every step: dbh where `d` holds each da_t, dby where it holds each dz_t.
func biasGradient(_ d: [Vector]) -> Vector {
  var db = Vector.zeros(d[0].count)
  for step in d.reversed() { db += step }
  return db
}

/// The gradient dh_0 with respect to the initial state; `da1` is da_1.
func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  transposedProduct(Wh, da1)
}

/// All gradients of the loss for one sequence `x` with the right words `y`: forward, then backward from the last step.
func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let dz = zip(states.z, y).map(scoreGradient)
  var backwards: [Vector] = []
  for t in x.indices.reversed() {
    let daNext = backwards.last ?? Vector.zeros(h0.count)
    backwards.append(preActivationGradient(stateGradient(dz[t], daNext, p.Wy, p.Wh), states.h[t + 1]))
  }
  let da = Array(backwards.reversed())
  return RNNGradients(
    dWx: inputWeightGradient(da, x), dWh: recurrentWeightGradient(da, states.h), dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, states.h), dby: biasGradient(dz), dh0: initialStateGradient(da[0], p.Wh))
}
