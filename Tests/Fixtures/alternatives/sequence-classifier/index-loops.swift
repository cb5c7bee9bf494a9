// Entry by entry, with indices and without a matrix product.

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
  var h = [Vector](repeating: h0, count: letters.count + 1)
  for t in 0..<letters.count {
    for i in 0..<h0.count {
      var a = p.bh[i] + p.Wx[i, letters[t]]
      for j in 0..<h0.count { a += p.Wh[i, j] * h[t][j] }
      h[t + 1][i] = tanh(a)
    }
  }
  return h
}

/// What the layer hands on: all states from h_1 to h_T, or only the last one, in a list of its own.
func layerOutput(_ h: [Vector], _ returnSequences: Bool) -> [Vector] {
  var output: [Vector] = []
  for t in 1..<h.count where returnSequences || t == h.count - 1 { output.append(h[t]) }
  return output
}

/// The scores z = Wy h_T + by of the classes, from the state after the last letter.
func classScores(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> Vector {
  let h = letterStates(letters, h0, p)
  var z = p.by
  for c in 0..<z.count {
    for i in 0..<h0.count { z[c] += p.Wy[c, i] * h[letters.count][i] }
  }
  return z
}

/// The loss L = -log softmax(z)[label], one number for the whole name, finite for scores of any size.
func classLoss(_ z: Vector, _ label: Int) -> Double {
  var largest = z[0]
  for c in 1..<z.count { largest = max(largest, z[c]) }
  var sum = 0.0
  for c in 0..<z.count { sum += exp(z[c] - largest) }
  return largest + log(sum) - z[label]
}

/// The gradient dz of the loss with respect to the scores of a name whose right class is `label`.
func classScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  var dz = softmax(z)
  dz[label] -= 1
  return dz
}

/// The gradient dh_T with respect to the last state, the only one that has scores above it.
func lastStateGradient(_ dz: Vector, _ Wy: Matrix) -> Vector {
  var dh = Vector.zeros(Wy.columns)
  for i in 0..<Wy.columns {
    for c in 0..<Wy.rows { dh[i] += Wy[c, i] * dz[c] }
  }
  return dh
}

/// The gradients from da_1 to da_T, by way back from `dhLast`, which is dh_T; `h` runs from h_0 to h_T.
func letterPreActivationGradients(_ dhLast: Vector, _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  let T = h.count - 1
  let H = dhLast.count
  var da = [Vector](repeating: Vector.zeros(H), count: T)
  var t = T - 1
  while t >= 0 {
    for i in 0..<H {
      var dh = t == T - 1 ? dhLast[i] : 0
      if t < T - 1 {
        for j in 0..<H { dh += Wh[j, i] * da[t + 1][j] }
      }
      da[t][i] = dh * (1 - h[t + 1][i] * h[t + 1][i])
    }
    t -= 1
  }
  return da
}

/// The gradient dWx, of `D` columns: each da_t belongs to the column of the letter that was read.
func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, D)
  for t in 0..<letters.count {
    for i in 0..<da[t].count { dWx[i, letters[t]] += da[t][i] }
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
