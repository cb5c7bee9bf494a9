// No loop and no variable: map, zip and reduce.

import LinearAlgebra

// Given: the parameters, of H units, an alphabet of D letters and C classes, and their gradients.

/// The parameters of a network that reads letters and names a class.
struct ClassifierParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // C x H
  var by: Vector  // C
}

/// The gradient of the loss with respect to each parameter, each of its parameter's shape.
struct ClassifierGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
}

/// The states h_t = tanh(Wh h_{t-1} + Wx x_t + bh) over the one-hot letters, the given `h0` first.
func letterStates(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> [Vector] {
  letters.reduce([h0]) { h, letter in h + h.suffix(1).map { tanh(p.Wh * $0 + p.Wx[column: letter] + p.bh) } }
}

/// What the layer hands on: all states from h_1 to h_T, or only the last one, in a list of its own.
func layerOutput(_ h: [Vector], _ returnSequences: Bool) -> [Vector] {
  Array(h.dropFirst().suffix(returnSequences ? h.count : 1))
}

/// The scores z = Wy h_T + by of the classes, from the state after the last letter.
func classScores(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> Vector {
  let last = letters.reduce(h0) { h, letter in tanh(p.Wh * h + p.Wx[column: letter] + p.bh) }
  return p.by + p.Wy * last
}

/// The loss L = -log softmax(z)[label], one number for the whole name, finite for scores of any size.
func classLoss(_ z: Vector, _ label: Int) -> Double {
  logSumExp(z) - z[label]
}

/// The gradient dz of the loss with respect to the scores of a name whose right class is `label`.
func classScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  softmax(z) - Vector.oneHot(label, count: z.count)
}

/// The gradient dh_T with respect to the last state, the only one that has scores above it.
func lastStateGradient(_ dz: Vector, _ Wy: Matrix) -> Vector {
  Vector((0..<Wy.columns).map { dot(Wy[column: $0], dz) })
}

/// The gradients from da_1 to da_T, by way back from `dhLast`, which is dh_T; `h` runs from h_0 to h_T.
func letterPreActivationGradients(_ dhLast: Vector, _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  h.dropFirst().reversed().reduce([]) { later, state in
    let dh = later.first.map { Wh.transposed * $0 } ?? dhLast
    return [dh .* (1 - state .* state)] + later
  }
}

/// The gradient dWx, of `D` columns: each da_t belongs to the column of the letter that was read.
func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  zip(da, letters).map { outer($0, Vector.oneHot($1, count: D)) }.reduce(Matrix.zeros(da[0].count, D), +)
}

/// All gradients of the loss for one name: forward, then backward from the last letter.
func classifierGradients(
  _ letters: [Int], _ label: Int, _ h0: Vector, _ p: ClassifierParameters
) -> ClassifierGradients {
  let h = letterStates(letters, h0, p)
  let dz = classScoreGradient(classScores(letters, h0, p), label)
  let da = letterPreActivationGradients(lastStateGradient(dz, p.Wy), h, p.Wh)
  return ClassifierGradients(
    dWx: letterWeightGradient(da, letters, p.Wx.columns),
    dWh: zip(da, h).map { outer($0, $1) }.reduce(Matrix.zeros(h0.count, h0.count), +),
    dbh: da.reduce(Vector.zeros(h0.count), +), dWy: outer(dz, h[letters.count]), dby: dz)
}
