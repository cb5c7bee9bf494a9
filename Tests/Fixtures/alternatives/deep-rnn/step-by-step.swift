// Step by step instead of layer by layer: all layers advance together, and go back together.

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
  var states: [Vector] = []
  var h = h0
  for input in x {
    h = tanh(layer.Wh * h + layer.Wx * input + layer.b)
    states.append(h)
  }
  return states
}

/// The states of all layers, the first one first; `h0` holds the state that each layer starts from.
func stackedStates(_ x: [Vector], _ h0: [Vector], _ layers: [StackLayer]) -> [[Vector]] {
  var current = h0
  var states = [[Vector]](repeating: [], count: layers.count)
  for input in x {
    var below = input
    for l in layers.indices {
      current[l] = tanh(layers[l].Wh * current[l] + layers[l].Wx * below + layers[l].b)
      below = current[l]
      states[l].append(below)
    }
  }
  return states
}

/// The scores z_t = Wy h_t + by, read off the states of the last layer.
func stackedScores(_ states: [[Vector]], _ Wy: Matrix, _ by: Vector) -> [Vector] {
  let top = states[states.count - 1]
  return top.map { Wy * $0 + by }
}

/// The loss L = -sum_t log softmax(z_t)[y_t] of the whole network, finite for scores of any size.
func stackedLoss(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> Double {
  let z = stackedScores(stackedStates(x, h0, p.layers), p.Wy, p.by)
  return zip(z, y).reduce(0) { $0 - logSoftmax($1.0)[$1.1] }
}

/// The gradients da_t of one layer; `above` is what comes from above into its states `h`, a vector for each step.
func stackedPreActivationGradients(_ above: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da = above
  var daNext = Vector.zeros(Wh.rows)  // nothing follows the last step
  for t in above.indices.reversed() {
    let dh = above[t] + Wh.transposed * daNext
    da[t] = dh .* (1 - h[t] .* h[t])
    daNext = da[t]
  }
  return da
}

/// What a layer's gradients da_t tell the layer below, which made its inputs: Wx^T da_t for each step.
func gradientForBelow(_ da: [Vector], _ Wx: Matrix) -> [Vector] {
  da.map { Wx.transposed * $0 }
}

/// The gradients of one layer's parameters, sums over its steps; it read `x`, started from `h0` and computed `h`.
func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  let before = [h0] + h.dropLast()
  let H = h0.count
  var gradients = StackLayerGradients(dWx: .zeros(H, x[0].count), dWh: .zeros(H, H), db: .zeros(H))
  for t in da.indices {
    gradients.dWx += outer(da[t], x[t])
    gradients.dWh += outer(da[t], before[t])
    gradients.db += da[t]
  }
  return gradients
}

/// All gradients of the loss for one sequence `x` with the right words `y`: the last layer first, each handing down.
func stackedGradients(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> StackGradients {
  let states = stackedStates(x, h0, p.layers)
  let last = p.layers.count - 1
  var layers = p.layers.map {
    StackLayerGradients(dWx: 0 * $0.Wx, dWh: 0 * $0.Wh, db: 0 * $0.b)
  }
  var dWy = 0 * p.Wy
  var dby = 0 * p.by
  var future = h0.map { 0 * $0 }  // what each layer's next step says of its state
  for t in x.indices.reversed() {
    let dz = softmax(p.Wy * states[last][t] + p.by) - .oneHot(y[t], count: p.by.count)
    dWy += outer(dz, states[last][t])
    dby += dz
    var above = p.Wy.transposed * dz
    for l in p.layers.indices.reversed() {
      let h = states[l][t]
      let da = (above + future[l]) .* (1 - h .* h)
      layers[l].dWx += outer(da, l == 0 ? x[t] : states[l - 1][t])
      layers[l].dWh += outer(da, t == 0 ? h0[l] : states[l][t - 1])
      layers[l].db += da
      above = p.layers[l].Wx.transposed * da
      future[l] = p.layers[l].Wh.transposed * da
    }
  }
  return StackGradients(layers: layers, dh0: future, dWy: dWy, dby: dby)
}
