// A bidirectional tanh network that gives every word of a text a class: two directions, joined, and their gradients.
//
// The lecture's symbols: forward and backward are the networks with the arrows to the right and to the left; h_t is
// [forward state, backward state]; z_t = U h_t + c are the scores of the classes; a is a pre-activation, so h = tanh(a).
// dX is the gradient of the loss L with respect to X, of X's shape.
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
  var states: [Vector] = []
  var h = start
  for input in x {
    h = tanh(p.Wh * h + p.Wx * input + p.b)
    states.append(h)
  }
  return states
}

/// The states of the backward direction, in the order of the text: each from the one behind it, the last from `end`.
func backwardStates(_ x: [Vector], _ end: Vector, _ p: DirectionParameters) -> [Vector] {
  let turned = Array(x.reversed())
  let states = forwardStates(turned, end, p)
  return states.reversed()
}

/// The states of both directions joined, a vector of length F + B for each word.
func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  zip(forward, backward).map { concatenate($0, $1) }
}

/// One vector for the whole text: of each direction the state that has read all of it.
func textSummary(_ forward: [Vector], _ backward: [Vector]) -> Vector {
  let forwardEnd = forward[forward.count - 1]
  let backwardEnd = backward[0]
  return concatenate(forwardEnd, backwardEnd)
}

/// The scores z_t = U h_t + c of the classes for each word; `h` holds the joined states.
func taggingScores(_ h: [Vector], _ U: Matrix, _ c: Vector) -> [Vector] {
  h.map { U * $0 + c }
}

/// The loss L = -sum_t log softmax(z_t)[y_t] of the whole network, a sum over the words, finite for scores of any size.
func taggingLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters) -> Double {
  let h = joinedStates(forwardStates(x, start, p.forward), backwardStates(x, end, p.backward))
  let z = taggingScores(h, p.U, p.c)
  return zip(z, y).reduce(0) { $0 - logSoftmax($1.0)[$1.1] }
}

/// The gradients `dh` with respect to the joined states, taken apart; the forward direction has `F` units.
func directedGradients(_ dh: [Vector], _ F: Int) -> DirectedGradients {
  let forward = dh.map { Vector($0[..<F]) }
  let backward = dh.map { Vector($0[F...]) }
  return DirectedGradients(forward: forward, backward: backward)
}

/// The gradients da_t of the forward direction; `dh` is what the losses of the same words say, `h` the states.
func forwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da = dh
  var carried = Vector.zeros(Wh.rows)  // nothing is computed from the last word's state
  for t in dh.indices.reversed() {
    let total = dh[t] + Wh.transposed * carried
    da[t] = total .* (1 - h[t] .* h[t])
    carried = da[t]
  }
  return da
}

/// The gradients da_t of the backward direction, in the order of the text.
func backwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da: [Vector] = []
  var carried = Vector.zeros(Wh.rows)  // nothing is computed from the first word's state
  for t in dh.indices {
    let total = dh[t] + Wh.transposed * carried
    carried = total .* (1 - h[t] .* h[t])
    da.append(carried)
  }
  return da
}

/// The gradients of one direction's parameters; `origin` holds, for each word, the state that its step started from.
func directionGradients(_ da: [Vector], _ x: [Vector], _ origin: [Vector]) -> DirectionGradients {
  let H = da[0].count
  var gradients = DirectionGradients(dWx: .zeros(H, x[0].count), dWh: .zeros(H, H), db: .zeros(H))
  for (t, d) in da.enumerated() {
    gradients.dWx += outer(d, x[t])
    gradients.dWh += outer(d, origin[t])
    gradients.db += d
  }
  return gradients
}

/// All gradients of the loss for one text `x` with the classes `y`; the directions start from `start` and `end`.
func bidirectionalGradients(
  _ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters
) -> BidirectionalGradients {
  let forward = forwardStates(x, start, p.forward)
  let backward = backwardStates(x, end, p.backward)
  let h = joinedStates(forward, backward)
  let z = taggingScores(h, p.U, p.c)

  let dz = zip(z, y).map { softmax($0) - Vector.oneHot($1, count: $0.count) }
  let dh = directedGradients(dz.map { p.U.transposed * $0 }, start.count)
  let daForward = forwardPreActivationGradients(dh.forward, forward, p.forward.Wh)
  let daBackward = backwardPreActivationGradients(dh.backward, backward, p.backward.Wh)

  var dU = Matrix.zeros(p.U.rows, p.U.columns)
  var dc = Vector.zeros(p.c.count)
  for (d, state) in zip(dz, h) {
    dU += outer(d, state)
    dc += d
  }
  return BidirectionalGradients(
    forward: directionGradients(daForward, x, [start] + forward.dropLast()),
    backward: directionGradients(daBackward, x, backward.dropFirst() + [end]),
    dU: dU,
    dc: dc,
    dStart: p.forward.Wh.transposed * daForward[0],
    dEnd: p.backward.Wh.transposed * daBackward[x.count - 1]
  )
}
