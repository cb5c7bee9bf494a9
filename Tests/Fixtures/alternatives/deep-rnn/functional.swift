// No loop and no variable: map, zip and reduce, over time and over layers.

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
  x.reduce([h0]) { states, input in
    states + states.suffix(1).map { tanh(layer.Wh * $0 + layer.Wx * input + layer.b) }
  }.suffix(x.count)
}

/// The states of all layers, the first one first; `h0` holds the state that each layer starts from.
func stackedStates(_ x: [Vector], _ h0: [Vector], _ layers: [StackLayer]) -> [[Vector]] {
  zip(layers, h0).reduce([x]) { sequences, next in
    sequences + sequences.suffix(1).map { layerStates($0, next.1, next.0) }
  }.suffix(layers.count)
}

/// The scores z_t = Wy h_t + by, read off the states of the last layer.
func stackedScores(_ states: [[Vector]], _ Wy: Matrix, _ by: Vector) -> [Vector] {
  states.suffix(1).flatMap { $0.map { by + Wy * $0 } }
}

/// The loss L = -sum_t log softmax(z_t)[y_t] of the whole network, finite for scores of any size.
func stackedLoss(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> Double {
  zip(stackedScores(stackedStates(x, h0, p.layers), p.Wy, p.by), y).map { logSumExp($0) - $0[$1] }.reduce(0, +)
}

/// The gradients da_t of one layer; `above` is what comes from above into its states `h`, a vector for each step.
func stackedPreActivationGradients(_ above: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  zip(above, h).reversed().reduce([Vector.zeros(Wh.rows)]) { later, step in
    later.prefix(1).map { (step.0 + Wh.transposed * $0) .* (1 - step.1 .* step.1) } + later
  }.dropLast()
}

/// What a layer's gradients da_t tell the layer below, which made its inputs: Wx^T da_t for each step.
func gradientForBelow(_ da: [Vector], _ Wx: Matrix) -> [Vector] {
  da.map { Wx.transposed * $0 }
}

/// The gradients of one layer's parameters, sums over its steps; it read `x`, started from `h0` and computed `h`.
func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  let products = da.indices.map { (outer(da[$0], x[$0]), outer(da[$0], $0 == 0 ? h0 : h[$0 - 1])) }
  return StackLayerGradients(
    dWx: products.map(\.0).reduce(.zeros(h0.count, x[0].count), +),
    dWh: products.map(\.1).reduce(.zeros(h0.count, h0.count), +), db: da.reduce(.zeros(h0.count), +))
}

/// All gradients of the loss for one sequence `x` with the right words `y`: the last layer first, each handing down.
func stackedGradients(_ x: [Vector], _ y: [Int], _ h0: [Vector], _ p: StackParameters) -> StackGradients {
  let sequences = [x] + stackedStates(x, h0, p.layers)
  let top = Array(sequences.suffix(1).joined())
  let dz = zip(top, y).map { softmax(p.Wy * $0 + p.by) - .oneHot($1, count: p.by.count) }
  let da = p.layers.indices.reversed().reduce([[Vector]]()) { upper, l in
    let above =
      upper.first.map { gradientForBelow($0, p.layers[l + 1].Wx) } ?? dz.map { p.Wy.transposed * $0 }
    return [stackedPreActivationGradients(above, sequences[l + 1], p.layers[l].Wh)] + upper
  }
  return StackGradients(
    layers: da.indices.map { stackedLayerGradients(da[$0], sequences[$0], h0[$0], sequences[$0 + 1]) },
    dh0: da.indices.map { p.layers[$0].Wh.transposed * da[$0][0] },
    dWy: zip(dz, top).map { outer($0, $1) }.reduce(.zeros(p.by.count, p.Wy.columns), +),
    dby: dz.reduce(.zeros(p.by.count), +))
}
