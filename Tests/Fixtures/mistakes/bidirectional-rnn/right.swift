// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct DirectionParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var b: Vector  // H
}

struct BidirectionalParameters {
  var forward: DirectionParameters
  var backward: DirectionParameters
  var U: Matrix  // V x (F + B)
  var c: Vector  // V
}

struct DirectedGradients {
  var forward: [Vector]
  var backward: [Vector]
}

struct DirectionGradients {
  var dWx: Matrix
  var dWh: Matrix
  var db: Vector
}

struct BidirectionalGradients {
  var forward: DirectionGradients
  var backward: DirectionGradients
  var dU: Matrix
  var dc: Vector
  var dStart: Vector
  var dEnd: Vector
}

func forwardStates(_ x: [Vector], _ start: Vector, _ p: DirectionParameters) -> [Vector] {
  var states = [start]
  for t in 0..<x.count { states.append(tanh(p.b + p.Wx * x[t] + p.Wh * states[t])) }
  states.removeFirst()
  return states
}

func backwardStates(_ x: [Vector], _ end: Vector, _ p: DirectionParameters) -> [Vector] {
  var states = Array(repeating: end, count: x.count)
  var behind = end
  for t in stride(from: x.count - 1, through: 0, by: -1) {
    behind = tanh(p.b + p.Wx * x[t] + p.Wh * behind)
    states[t] = behind
  }
  return states
}

func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  zip(forward, backward).map(concatenate)
}

func textSummary(_ forward: [Vector], _ backward: [Vector]) -> Vector {
  var summary: [Double] = []
  for entry in forward[forward.count - 1] { summary.append(entry) }
  for entry in backward[0] { summary.append(entry) }
  return Vector(summary)
}

func taggingScores(_ h: [Vector], _ U: Matrix, _ c: Vector) -> [Vector] {
  var z: [Vector] = []
  for state in h { z.append(c + U * state) }
  return z
}

func taggingLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters) -> Double {
  let forward = forwardStates(x, start, p.forward)
  let backward = backwardStates(x, end, p.backward)
  var loss = 0.0
  for t in y.indices {
    let z = p.U * concatenate(forward[t], backward[t]) + p.c
    loss += logSumExp(z) - z[y[t]]
  }
  return loss
}

func directedGradients(_ dh: [Vector], _ F: Int) -> DirectedGradients {
  var result = DirectedGradients(forward: [], backward: [])
  for d in dh {
    result.forward.append(Vector(d.prefix(F)))
    result.backward.append(Vector(d.dropFirst(F)))
  }
  return result
}

func forwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da = dh
  var t = dh.count - 1
  while t >= 0 {
    if t + 1 < dh.count { da[t] += Wh.transposed * da[t + 1] }
    da[t] = da[t] .* (1 - h[t] .* h[t])
    t -= 1
  }
  return da
}

func backwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da = dh
  for t in 0..<dh.count {
    if t > 0 { da[t] += Wh.transposed * da[t - 1] }
    da[t] = da[t] .* (1 - h[t] .* h[t])
  }
  return da
}

func directionGradients(_ da: [Vector], _ x: [Vector], _ origin: [Vector]) -> DirectionGradients {
  let H = da[0].count
  var g = DirectionGradients(dWx: .zeros(H, x[0].count), dWh: .zeros(H, H), db: .zeros(H))
  for t in da.indices {
    g.dWx += outer(da[t], x[t])
    g.dWh += outer(da[t], origin[t])
    g.db += da[t]
  }
  return g
}

func bidirectionalGradients(
  _ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters
) -> BidirectionalGradients {
  let f = forwardStates(x, start, p.forward)
  let b = backwardStates(x, end, p.backward)
  var dU = 0.0 * p.U
  var dc = 0.0 * p.c
  var df: [Vector] = []
  var db: [Vector] = []
  for t in x.indices {
    let h = concatenate(f[t], b[t])
    var dz = softmax(p.U * h + p.c)
    dz[y[t]] -= 1
    dU += outer(dz, h)
    dc += dz
    let dh = p.U.transposed * dz
    df.append(Vector(dh[0..<start.count]))
    db.append(Vector(dh[start.count..<dh.count]))
  }
  let daf = forwardPreActivationGradients(df, f, p.forward.Wh)
  let dab = backwardPreActivationGradients(db, b, p.backward.Wh)
  let before = x.indices.map { $0 == 0 ? start : f[$0 - 1] }
  let behind = x.indices.map { $0 == x.count - 1 ? end : b[$0 + 1] }
  return BidirectionalGradients(
    forward: directionGradients(daf, x, before), backward: directionGradients(dab, x, behind), dU: dU, dc: dc,
    dStart: p.forward.Wh.transposed * daf[0], dEnd: p.backward.Wh.transposed * dab[x.count - 1])
}
