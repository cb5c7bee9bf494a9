// Letters become one-hot vectors, and dense products do the rest; sums of outer products are products of matrices.

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
  let x = letters.map { Vector.oneHot($0, count: p.Wx.columns) }
  var h = [h0]
  for t in x.indices { h.append(tanh(p.bh + p.Wx * x[t] + p.Wh * h[t])) }
  return h
}

/// What the layer hands on: all states from h_1 to h_T, or only the last one, in a list of its own.
func layerOutput(_ h: [Vector], _ returnSequences: Bool) -> [Vector] {
  if returnSequences { return Array(h.dropFirst()) }
  return [h[h.count - 1]]
}

/// The scores z = Wy h_T + by of the classes, from the state after the last letter.
func classScores(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> Vector {
  let h = letterStates(letters, h0, p)
  let output = layerOutput(h, false)
  return p.Wy * output[0] + p.by
}

/// The loss L = -log softmax(z)[label], one number for the whole name, finite for scores of any size.
func classLoss(_ z: Vector, _ label: Int) -> Double {
  let logProbabilities = logSoftmax(z)
  return -logProbabilities[label]
}

/// The gradient dz of the loss with respect to the scores of a name whose right class is `label`.
func classScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  let yHat = softmax(z)
  let target = Vector.oneHot(label, count: z.count)
  return yHat - target
}

/// The gradient dh_T with respect to the last state, the only one that has scores above it.
func lastStateGradient(_ dz: Vector, _ Wy: Matrix) -> Vector {
  return Wy.transposed * dz
}

/// The gradients from da_1 to da_T, by way back from `dhLast`, which is dh_T; `h` runs from h_0 to h_T.
func letterPreActivationGradients(_ dhLast: Vector, _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var da: [Vector] = []
  var dh = dhLast
  for state in h.dropFirst().reversed() {
    let slope = 1 - state .* state
    let step = dh .* slope
    da.append(step)
    dh = Wh.transposed * step  // no scores above the earlier states
  }
  return da.reversed()
}

/// The gradient dWx, of `D` columns: each da_t belongs to the column of the letter that was read.
func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  overTime(da) * overTime(letters.map { Vector.oneHot($0, count: D) }).transposed
}

/// All gradients of the loss for one name: forward, then backward from the last letter.
func classifierGradients(
  _ letters: [Int], _ label: Int, _ h0: Vector, _ p: ClassifierParameters
) -> ClassifierGradients {
  let h = letterStates(letters, h0, p)
  let dz = classScoreGradient(classScores(letters, h0, p), label)
  let da = letterPreActivationGradients(lastStateGradient(dz, p.Wy), h, p.Wh)
  return ClassifierGradients(
    dWx: letterWeightGradient(da, letters, p.Wx.columns), dWh: overTime(da) * overTime(Array(h.dropLast())).transposed,
    dbh: overTime(da) * Vector.ones(letters.count), dWy: outer(dz, h[letters.count]), dby: dz)
}

/// The matrix with a column for each time step.
private func overTime(_ steps: [Vector]) -> Matrix {
  var matrix = Matrix.zeros(steps[0].count, steps.count)
  for (t, step) in steps.enumerated() { matrix[column: t] = step }
  return matrix
}
