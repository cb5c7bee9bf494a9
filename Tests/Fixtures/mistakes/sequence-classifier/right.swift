// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct ClassifierParameters {
  var Wx: Matrix
  var Wh: Matrix
  var bh: Vector
  var Wy: Matrix
  var by: Vector
}

struct ClassifierGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
}

func letterStates(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> [Vector] {
  var h = [h0]
  for t in 0..<letters.count {
    var next = p.bh + p.Wx[column: letters[t]]
    for i in 0..<next.count {
      for j in 0..<next.count { next[i] += p.Wh[i, j] * h[t][j] }
      next[i] = tanh(next[i])
    }
    h.append(next)
  }
  return h
}

func layerOutput(_ h: [Vector], _ returnSequences: Bool) -> [Vector] {
  if returnSequences {
    var all: [Vector] = []
    for t in 1..<h.count { all.append(h[t]) }
    return all
  }
  return [h[h.count - 1]]
}

func classScores(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> Vector {
  let h = letterStates(letters, h0, p)
  return p.by + p.Wy * h[letters.count]
}

func classLoss(_ z: Vector, _ label: Int) -> Double {
  var m = z[0]
  for score in z { m = max(m, score) }
  var total = 0.0
  for score in z { total += exp(score - m) }
  return log(total) + m - z[label]
}

func classScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  var dz = softmax(z)
  dz[label] -= 1
  return dz
}

func lastStateGradient(_ dz: Vector, _ Wy: Matrix) -> Vector {
  var dh = Vector.zeros(Wy.columns)
  for i in 0..<dh.count {
    for c in 0..<dz.count { dh[i] += Wy[c, i] * dz[c] }
  }
  return dh
}

func letterPreActivationGradients(_ dhLast: Vector, _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  let T = h.count - 1
  var da = [Vector](repeating: Vector.zeros(dhLast.count), count: T)
  var dh = dhLast
  var t = T
  while t > 0 {
    for i in 0..<dh.count { da[t - 1][i] = dh[i] * (1 - h[t][i] * h[t][i]) }
    dh = Wh.transposed * da[t - 1]
    t -= 1
  }
  return da
}

func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  var dWx = Matrix.zeros(da[0].count, D)
  for t in 0..<letters.count {
    for i in 0..<da[t].count { dWx[i, letters[t]] += da[t][i] }
  }
  return dWx
}

func classifierGradients(
  _ letters: [Int], _ label: Int, _ h0: Vector, _ p: ClassifierParameters
) -> ClassifierGradients {
  let h = letterStates(letters, h0, p)
  let dz = classScoreGradient(p.Wy * h[letters.count] + p.by, label)
  let da = letterPreActivationGradients(lastStateGradient(dz, p.Wy), h, p.Wh)
  var dWh = 0 * p.Wh
  var dbh = 0 * p.bh
  for t in 0..<da.count {
    dWh += outer(da[t], h[t])
    dbh += da[t]
  }
  return ClassifierGradients(
    dWx: letterWeightGradient(da, letters, p.Wx.columns), dWh: dWh, dbh: dbh, dWy: outer(dz, h[letters.count]), dby: dz)
}
