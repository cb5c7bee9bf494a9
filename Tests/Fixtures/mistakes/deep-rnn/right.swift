// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct StackLayer {
  var Wx: Matrix  // H x I
  var Wh: Matrix  // H x H
  var b: Vector  // H
}

struct StackParameters {
  var layers: [StackLayer]
  var Wy: Matrix  // V x H_N
  var by: Vector  // V
}

struct StackLayerGradients {
  var dWx: Matrix
  var dWh: Matrix
  var db: Vector
}

struct StackGradients {
  var layers: [StackLayerGradients]
  var dh0: [Vector]
  var dWy: Matrix
  var dby: Vector
}

func layerStates(_ x: [Vector], _ h0: Vector, _ layer: StackLayer) -> [Vector] {
  var states: [Vector] = []
  for t in 0..<x.count {
    let before = t == 0 ? h0 : states[t - 1]
    states.append(tanh(layer.b + layer.Wx * x[t] + layer.Wh * before))
  }
  return states
}

func stackedStates(_ x: [Vector], _ h0: [Vector], _ layers: [StackLayer]) -> [[Vector]] {
  // Step by step, all layers at each step.
  var states = Array(repeating: [Vector](), count: layers.count)
  for t in 0..<x.count {
    var read = x[t]
    for l in 0..<layers.count {
      let before = t == 0 ? h0[l] : states[l][t - 1]
      read = tanh(layers[l].Wh * before + layers[l].Wx * read + layers[l].b)
      states[l].append(read)
    }
  }
  return states
}

func stackedScores(_ states: [[Vector]], _ Wy: Matrix, _ by: Vector) -> [Vector] {
  var z: [Vector] = []
  for h in states[states.count - 1] { z.append(by + Wy * h) }
  return z
}

func stackedLoss(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> Double {
  let states = stackedStates(x, h0, p.layers)
  var loss = 0.0
  for t in 0..<y.count {
    let z = p.Wy * states[states.count - 1][t] + p.by
    loss += logSumExp(z) - z[y[t]]
  }
  return loss
}

func stackedPreActivationGradients(_ above: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da = above
  for t in stride(from: above.count - 1, through: 0, by: -1) {
    if t + 1 < above.count { da[t] += Wh.transposed * da[t + 1] }
    for i in h[t].indices { da[t][i] *= 1 - h[t][i] * h[t][i] }
  }
  return da
}

func gradientForBelow(_ da: [Vector], _ Wx: Matrix) -> [Vector] {
  var below: [Vector] = []
  for d in da {
    var v = Vector.zeros(Wx.columns)
    for i in 0..<Wx.rows {
      for j in 0..<Wx.columns { v[j] += Wx[i, j] * d[i] }
    }
    below.append(v)
  }
  return below
}

func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  StackLayerGradients(
    dWx: sum(zip(da, x).map { outer($0, $1) }), dWh: sum(zip(da, [h0] + h).map { outer($0, $1) }), db: sum(da))
}

func stackedGradients(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> StackGradients {
  let states = stackedStates(x, h0, p.layers)
  var out = StackGradients(layers: [], dh0: h0, dWy: 0.0 * p.Wy, dby: 0.0 * p.by)
  var above: [Vector] = []
  for t in 0..<x.count {
    let h = states[states.count - 1][t]
    var dz = softmax(p.Wy * h + p.by)
    dz[y[t]] -= 1
    out.dWy += outer(dz, h)
    out.dby += dz
    above.append(p.Wy.transposed * dz)
  }
  var l = p.layers.count - 1
  while l >= 0 {
    let da = stackedPreActivationGradients(above, states[l], p.layers[l].Wh)
    let read = l == 0 ? x : states[l - 1]
    out.layers.insert(stackedLayerGradients(da, read, h0[l], states[l]), at: 0)
    out.dh0[l] = p.layers[l].Wh.transposed * da[0]
    above = gradientForBelow(da, p.layers[l].Wx)
    l -= 1
  }
  return out
}

private func sum(_ list: [Matrix]) -> Matrix { list.dropFirst().reduce(list[0], +) }

private func sum(_ list: [Vector]) -> Vector { list.dropFirst().reduce(list[0], +) }
