// A stack of recurrent layers: the states of each layer are the inputs of the next; forward and backward.
//
// The lecture's symbols: Wx, Wh, b are W_x, W_h and the bias of one layer, h its states, so h = tanh(a); Wy, by belong to
// the output layer, which reads the last layer's states; z_t are the scores. dX is the gradient of the loss L with respect
// to X, of X's shape.
//
// Arrays count from 0: states[0] belongs to the first layer, and in each layer states[l][t] to step t + 1. The states
// h_0 from which the layers start are an array of their own, one for each layer.

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
  for (t, d) in da.enumerated() {
    gradients.dWx += outer(d, x[t])
    gradients.dWh += outer(d, before[t])
    gradients.db += d
  }
  return gradients
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
  for (d, state) in zip(dz, top) {
    dWy += outer(d, state)
    dby += d
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
