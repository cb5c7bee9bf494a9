// Loops over indices in place of products of vectors and matrices.

import LinearAlgebra

// Given: the parameters and their gradients, of layers with H units, H_1 to H_N, inputs of length D and V words.

/// The parameters of one layer; `I` is what it reads: D numbers for the first layer, the units of the layer below else.
struct StackLayer {
  var Wx: Matrix  // H x I
  var Wh: Matrix  // H x H
  var b: Vector  // H
}

/// The parameters of all layers, the first one first, and of the output layer.
struct StackParameters {
  var layers: [StackLayer]
  var Wy: Matrix  // V x H_N
  var by: Vector  // V
}

/// The gradient of the loss with respect to one layer's parameters.
struct StackLayerGradients {
  var dWx: Matrix
  var dWh: Matrix
  var db: Vector
}

/// The gradient of the loss with respect to the layers and the states that they start from, the first layer first, and to
/// the output layer.
struct StackGradients {
  var layers: [StackLayerGradients]
  var dh0: [Vector]
  var dWy: Matrix
  var dby: Vector
}

/// The states h_1 to h_T of one layer over the inputs `x`, each from the one before; the first from `h0`.
func layerStates(_ x: [Vector], _ h0: Vector, _ layer: StackLayer) -> [Vector] {
  var states = [Vector](repeating: h0, count: x.count)
  for t in 0..<x.count {
    let previous = t == 0 ? h0 : states[t - 1]
    for i in 0..<h0.count {
      var a = layer.b[i]
      for j in 0..<x[t].count { a += layer.Wx[i, j] * x[t][j] }
      for j in 0..<h0.count { a += layer.Wh[i, j] * previous[j] }
      states[t][i] = tanh(a)
    }
  }
  return states
}

/// The states of all layers, the first one first; `h0` holds the state that each layer starts from.
func stackedStates(_ x: [Vector], _ h0: [Vector], _ layers: [StackLayer]) -> [[Vector]] {
  var states: [[Vector]] = []
  var inputs = x
  for (layer, start) in zip(layers, h0) {
    inputs = layerStates(inputs, start, layer)  // what the next layer reads
    states.append(inputs)
  }
  return states
}

/// The scores z_t = Wy h_t + by, read off the states of the last layer.
func stackedScores(_ states: [[Vector]], _ Wy: Matrix, _ by: Vector) -> [Vector] {
  var z: [Vector] = []
  for h in states[states.count - 1] {
    var scores = by
    for k in 0..<by.count {
      for i in 0..<h.count { scores[k] += Wy[k, i] * h[i] }
    }
    z.append(scores)
  }
  return z
}

/// The loss L = -sum_t log softmax(z_t)[y_t] of the whole network, finite for scores of any size.
func stackedLoss(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> Double {
  var loss = 0.0
  for (z, word) in zip(stackedScores(stackedStates(x, h0, p.layers), p.Wy, p.by), y) {
    var largest = z[0]
    for score in z where score > largest { largest = score }
    var total = 0.0
    for score in z { total += exp(score - largest) }
    loss += log(total) - (z[word] - largest)
  }
  return loss
}

/// The gradients da_t of one layer; `above` is what comes from above into its states `h`, a vector for each step.
func stackedPreActivationGradients(_ above: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da = above
  var t = above.count - 1
  while t >= 0 {
    for i in 0..<Wh.rows {
      var dh = above[t][i]
      if t + 1 < above.count {
        for k in 0..<Wh.rows { dh += Wh[k, i] * da[t + 1][k] }
      }
      da[t][i] = dh * (1 - h[t][i]) * (1 + h[t][i])
    }
    t -= 1
  }
  return da
}

/// What a layer's gradients da_t tell the layer below, which made its inputs: Wx^T da_t for each step.
func gradientForBelow(_ da: [Vector], _ Wx: Matrix) -> [Vector] {
  var below: [Vector] = []
  for d in da {
    var sums = Vector.zeros(Wx.columns)
    for i in 0..<Wx.rows {
      for j in 0..<Wx.columns { sums[j] += Wx[i, j] * d[i] }
    }
    below.append(sums)
  }
  return below
}

/// The gradients of one layer's parameters, sums over its steps; it read `x`, started from `h0` and computed `h`.
func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  let (H, I) = (h0.count, x[0].count)
  var (dWx, dWh, db) = (Matrix.zeros(H, I), Matrix.zeros(H, H), Vector.zeros(H))
  for i in 0..<H {
    for t in 0..<da.count {
      db[i] += da[t][i]
      for j in 0..<I { dWx[i, j] += da[t][i] * x[t][j] }
      for j in 0..<H { dWh[i, j] += da[t][i] * (t == 0 ? h0[j] : h[t - 1][j]) }
    }
  }
  return StackLayerGradients(dWx: dWx, dWh: dWh, db: db)
}

/// All gradients of the loss for one sequence `x` with the right words `y`: the last layer first, each handing down.
func stackedGradients(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> StackGradients {
  let states = stackedStates(x, h0, p.layers)
  let inputs = [x] + states.dropLast()  // what each layer reads
  let top = states[states.count - 1]
  let z = stackedScores(states, p.Wy, p.by)
  let dz = zip(z, y).map { softmax($0) - Vector.oneHot($1, count: $0.count) }

  var dWy = Matrix.zeros(p.Wy.rows, p.Wy.columns)
  var dby = Vector.zeros(p.by.count)
  for t in dz.indices {
    dWy += outer(dz[t], top[t])
    dby += dz[t]
  }

  var layers: [StackLayerGradients] = []
  var dh0: [Vector] = []
  var above = dz.map { p.Wy.transposed * $0 }
  for l in states.indices.reversed() {
    let layer = p.layers[l]
    let da = stackedPreActivationGradients(above, states[l], layer.Wh)
    layers.append(stackedLayerGradients(da, inputs[l], h0[l], states[l]))
    dh0.append(layer.Wh.transposed * da[0])
    above = gradientForBelow(da, layer.Wx)
  }
  return StackGradients(layers: layers.reversed(), dh0: dh0.reversed(), dWy: dWy, dby: dby)
}
