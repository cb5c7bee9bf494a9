// Less accurate: the tanh's slope is a central difference with a step of 1e-4, off by about 1e-8.

import Foundation
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
  var h = [h0]
  for letter in letters {
    let fromLetter = p.Wx[column: letter]  // the product with a one-hot vector
    let a = p.Wh * h[h.count - 1] + fromLetter + p.bh
    h.append(tanh(a))
  }
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
    da.insert(dh .* state.map { slope($0) }, at: 0)
    dh = Wh.transposed * da[0]
  }
  return da
}

/// The gradient dWx, of `D` columns: each da_t belongs to the column of the letter that was read.
func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, D)
  for (step, letter) in zip(da, letters) {
    dWx[column: letter] += step
  }
  return dWx
}

/// All gradients of the loss for one name: forward, then backward from the last letter.
func classifierGradients(
  _ letters: [Int], _ label: Int, _ h0: Vector, _ p: ClassifierParameters
) -> ClassifierGradients {
  let h = letterStates(letters, h0, p)
  let dz = classScoreGradient(classScores(letters, h0, p), label)
  let dhLast = lastStateGradient(dz, p.Wy)
  let da = letterPreActivationGradients(dhLast, h, p.Wh)

  var dWh = Matrix.zeros(h0.count, h0.count)
  var dbh = Vector.zeros(h0.count)
  for (step, before) in zip(da, h) {
    dWh += outer(step, before)  // the state that the step started from
    dbh += step
  }

  return ClassifierGradients(
    dWx: letterWeightGradient(da, letters, p.Wx.columns),
    dWh: dWh,
    dbh: dbh,
    dWy: outer(dz, layerOutput(h, false)[0]),
    dby: dz
  )
}

/// The slope of the tanh where its value is `h`, by a difference.
private func slope(_ h: Double) -> Double {
  guard abs(h) < 1 else { return 0 }
  let a = atanh(h)
  return (tanh(a + 1e-4) - tanh(a - 1e-4)) / 2e-4
}
