// Loops over indices in place of products, and the places of the text counted down in place of turned lists.

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
  var states = [Vector](repeating: start, count: x.count)
  for t in 0..<x.count {
    let previous = t == 0 ? start : states[t - 1]
    for i in 0..<start.count { states[t][i] = tanh(preActivation(i, previous, x[t], p)) }
  }
  return states
}

/// The states of the backward direction, in the order of the text: each from the one behind it, the last from `end`.
func backwardStates(_ x: [Vector], _ end: Vector, _ p: DirectionParameters) -> [Vector] {
  var states = [Vector](repeating: end, count: x.count)
  var t = x.count - 1
  while t >= 0 {
    let behind = t == x.count - 1 ? end : states[t + 1]
    for i in 0..<end.count { states[t][i] = tanh(preActivation(i, behind, x[t], p)) }
    t -= 1
  }
  return states
}

/// The states of both directions joined, a vector of length F + B for each word.
func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  var joined: [Vector] = []
  for t in 0..<forward.count {
    var h = Vector.zeros(forward[t].count + backward[t].count)
    for i in 0..<h.count {
      h[i] = i < forward[t].count ? forward[t][i] : backward[t][i - forward[t].count]
    }
    joined.append(h)
  }
  return joined
}

/// One vector for the whole text: of each direction the state that has read all of it.
func textSummary(_ forward: [Vector], _ backward: [Vector]) -> Vector {
  let forwardEnd = forward[forward.count - 1]
  let backwardEnd = backward[0]
  return concatenate(forwardEnd, backwardEnd)
}

/// The scores z_t = U h_t + c of the classes for each word; `h` holds the joined states.
func taggingScores(_ h: [Vector], _ U: Matrix, _ c: Vector) -> [Vector] {
  var z: [Vector] = []
  for state in h {
    var scores = c
    for k in 0..<c.count {
      for i in 0..<state.count { scores[k] += U[k, i] * state[i] }
    }
    z.append(scores)
  }
  return z
}

/// The loss L = -sum_t log softmax(z_t)[y_t] of the whole network, a sum over the words, finite for scores of any size.
func taggingLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters) -> Double {
  let h = joinedStates(forwardStates(x, start, p.forward), backwardStates(x, end, p.backward))
  let z = taggingScores(h, p.U, p.c)
  var loss = 0.0
  for t in 0..<z.count {
    var largest = z[t][0]
    for score in z[t] where score > largest { largest = score }
    var total = 0.0
    for score in z[t] { total += exp(score - largest) }
    loss += log(total) + largest - z[t][y[t]]
  }
  return loss
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
  for t in stride(from: dh.count - 1, through: 0, by: -1) {
    for i in 0..<Wh.rows {
      var total = dh[t][i]
      if t + 1 < dh.count {
        for k in 0..<Wh.rows { total += da[t + 1][k] * Wh[k, i] }
      }
      da[t][i] = total * (1 - h[t][i]) * (1 + h[t][i])
    }
  }
  return da
}

/// The gradients da_t of the backward direction, in the order of the text.
func backwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da = dh
  for t in 0..<dh.count {
    for i in 0..<Wh.rows {
      var total = dh[t][i]
      if t > 0 {
        for k in 0..<Wh.rows { total += da[t - 1][k] * Wh[k, i] }
      }
      da[t][i] = total * (1 - h[t][i]) * (1 + h[t][i])
    }
  }
  return da
}

/// The gradients of one direction's parameters; `origin` holds, for each word, the state that its step started from.
func directionGradients(_ da: [Vector], _ x: [Vector], _ origin: [Vector]) -> DirectionGradients {
  let (H, D) = (da[0].count, x[0].count)
  var (dWx, dWh, db) = (Matrix.zeros(H, D), Matrix.zeros(H, H), Vector.zeros(H))
  for t in stride(from: da.count - 1, through: 0, by: -1) {
    for i in 0..<H {
      db[i] += da[t][i]
      for j in 0..<D { dWx[i, j] += da[t][i] * x[t][j] }
      for j in 0..<H { dWh[i, j] += da[t][i] * origin[t][j] }
    }
  }
  return DirectionGradients(dWx: dWx, dWh: dWh, db: db)
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
  for t in dz.indices {
    dU += outer(dz[t], h[t])
    dc += dz[t]
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

/// One entry of a pre-activation.
private func preActivation(_ i: Int, _ h: Vector, _ x: Vector, _ p: DirectionParameters) -> Double {
  var a = p.b[i]
  for j in 0..<h.count { a += p.Wh[i, j] * h[j] }
  for j in 0..<x.count { a += p.Wx[i, j] * x[j] }
  return a
}
