// expected: recurrent-matrix-not-transposed
// mistaken: stackedGradients

func layerStates(_ x: [Vector], _ h0: Vector, _ layer: StackLayer) -> [Vector] {
  var h = h0
  return x.map {
    h = tanh(layer.Wx * $0 + layer.Wh * h + layer.b)
    return h
  }
}

func stackedStates(_ x: [Vector], _ h0: [Vector], _ layers: [StackLayer]) -> [[Vector]] {
  var all: [[Vector]] = []
  for (l, layer) in layers.enumerated() { all.append(layerStates(all.last ?? x, h0[l], layer)) }
  return all
}

func stackedScores(_ states: [[Vector]], _ Wy: Matrix, _ by: Vector) -> [Vector] {
  states[states.endIndex - 1].map { by + Wy * $0 }
}

func stackedLoss(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> Double {
  let z = stackedScores(stackedStates(x, h0, p.layers), p.Wy, p.by)
  return -y.indices.map { logSoftmax(z[$0])[y[$0]] }.reduce(0, +)
}

func stackedPreActivationGradients(_ above: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var back = Vector.zeros(Wh.rows)
  let reversed = zip(above, h).reversed().map { up, state in
    let a = (back + up) .* ((1 - state) .* (1 + state))
    back = Wh.transposed * a
    return a
  }
  return reversed.reversed()
}

func gradientForBelow(_ da: [Vector], _ Wx: Matrix) -> [Vector] {
  let back = Wx.transposed
  return da.map { back * $0 }
}

func stackedGradients(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> StackGradients {
  let states = stackedStates(x, h0, p.layers)
  let z = stackedScores(states, p.Wy, p.by)
  let dz = y.indices.map { softmax(z[$0]) - Vector.oneHot(y[$0], count: p.by.count) }
  let read = [x] + states
  var above = gradientForBelow(dz, p.Wy)
  var parts: [(StackLayerGradients, Vector)] = []
  for (l, layer) in p.layers.enumerated().reversed() {
    let da = stackedPreActivationGradients(above, states[l], layer.Wh)
    parts.append((stackedLayerGradients(da, read[l], h0[l], states[l]), layer.Wh * da[0]))
    above = gradientForBelow(da, layer.Wx)
  }
  parts.reverse()
  return StackGradients(
    layers: parts.map(\.0), dh0: parts.map(\.1), dWy: sum(zip(dz, read[read.count - 1]).map { outer($0, $1) }),
    dby: sum(dz))
}
