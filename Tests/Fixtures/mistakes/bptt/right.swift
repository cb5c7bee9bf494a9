// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct RNNParameters {
  var Wx: Matrix
  var Wh: Matrix
  var bh: Vector
  var Wy: Matrix
  var by: Vector
}

struct RNNStates {
  var h: [Vector]
  var z: [Vector]
}

struct RNNGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
  var dh0: Vector
}

func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  var states = [h0]
  var scores: [Vector] = []
  for input in x {
    let before = states[states.count - 1]
    let now = tanh(p.Wx * input + p.Wh * before + p.bh)
    states.append(now)
    scores.append(p.by + p.Wy * now)
  }
  return RNNStates(h: states, z: scores)
}

func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  var loss = 0.0
  for t in z.indices {
    var top = z[t][0]
    for score in z[t] { top = max(top, score) }
    var sum = 0.0
    for score in z[t] { sum += exp(score - top) }
    loss += top + log(sum) - z[t][y[t]]
  }
  return loss
}

func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  var dz = softmax(z)
  dz[y] -= 1
  return dz
}

func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  var dh = Vector.zeros(daNext.count)
  for unit in dh.indices {
    for word in dz.indices { dh[unit] += Wy[word, unit] * dz[word] }
    for later in daNext.indices { dh[unit] += Wh[later, unit] * daNext[later] }
  }
  return dh
}

func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  var da = dh
  for k in da.indices { da[k] *= (1 - h[k]) * (1 + h[k]) }
  return da
}

func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  var sum = Matrix.zeros(dz[0].count, h[0].count)
  for t in dz.indices { sum += outer(dz[t], h[t + 1]) }
  return sum
}

func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  var sum = Matrix.zeros(h[0].count, h[0].count)
  for t in da.indices { sum += outer(da[t], h[t]) }
  return sum
}

func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  var sum = Matrix.zeros(da[0].count, x[0].count)
  for t in da.indices { sum += outer(da[t], x[t]) }
  return sum
}

func biasGradient(_ d: [Vector]) -> Vector {
  var sum = Vector.zeros(d[0].count)
  for step in d { sum += step }
  return sum
}

func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  var dh0 = Vector.zeros(da1.count)
  for unit in dh0.indices {
    for later in da1.indices { dh0[unit] += Wh[later, unit] * da1[later] }
  }
  return dh0
}

func bptt(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: RNNParameters) -> RNNGradients {
  let states = rnnForward(x, h0, p)
  let dz = zip(states.z, y).map { scoreGradient($0, $1) }
  var da: [Vector] = []
  var next = Vector.zeros(h0.count)
  for (t, dzt) in dz.enumerated().reversed() {
    next = preActivationGradient(stateGradient(dzt, next, p.Wy, p.Wh), states.h[t + 1])
    da.insert(next, at: 0)
  }
  return RNNGradients(
    dWx: inputWeightGradient(da, x), dWh: recurrentWeightGradient(da, states.h), dbh: biasGradient(da),
    dWy: outputWeightGradient(dz, states.h), dby: biasGradient(dz), dh0: initialStateGradient(next, p.Wh))
}

private func sum(_ terms: [Matrix]) -> Matrix {
  terms.dropFirst().reduce(terms[0], +)
}
