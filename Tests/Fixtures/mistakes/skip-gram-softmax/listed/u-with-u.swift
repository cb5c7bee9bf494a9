// expected: a-single-table
// mistaken: skipGramScores

import LinearAlgebra

struct SkipGramPair {
  var centre: Int
  var outside: Int
}

struct SkipGramTables {
  var W: Matrix  // V x D: the centre vectors v
  var U: Matrix  // V x D: the outside vectors u
}

struct SkipGramGradients {
  var dW: Matrix
  var dU: Matrix
}

func skipGramPairs(_ text: [Int], _ m: Int) -> [SkipGramPair] {
  var pairs: [SkipGramPair] = []
  for t in 0..<text.count {
    for s in 0..<text.count where s != t && abs(s - t) <= m {
      pairs.append(SkipGramPair(centre: text[t], outside: text[s]))
    }
  }
  return pairs
}

func skipGramScores(_ centre: Int, _ p: SkipGramTables) -> Vector {
  var z = Vector.zeros(p.U.rows)
  for word in 0..<p.U.rows { z[word] = dot(p.U[row: word], p.U[row: centre]) }
  return z
}

func skipGramLogProbability(_ outside: Int, _ centre: Int, _ p: SkipGramTables) -> Double {
  let z = p.U * p.W[row: centre]
  let top = z.max() ?? 0
  var sum = 0.0
  for score in z { sum += exp(score - top) }
  return z[outside] - top - log(sum)
}

func skipGramObjective(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  var J = 0.0
  for t in 0..<text.count {
    let logs = logSoftmax(p.U * p.W[row: text[t]])
    for s in 0..<text.count where s != t && abs(s - t) <= m { J += logs[text[s]] }
  }
  return J / Double(text.count)
}

func skipGramLoss(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> Double {
  var L = 0.0
  for t in 0..<text.count {
    let logs = logSoftmax(p.U * p.W[row: text[t]])
    for s in 0..<text.count where s != t && abs(s - t) <= m { L -= logs[text[s]] / Double(text.count) }
  }
  return L
}

func skipGramScoreGradient(_ z: Vector, _ outside: [Int]) -> Vector {
  var dz = Vector.zeros(z.count)
  let yHat = softmax(z)
  for o in outside {
    for word in z.indices { dz[word] += yHat[word] }
    dz[o] -= 1
  }
  return dz
}

func skipGramCentreGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  var dv = Vector.zeros(U.columns)
  for word in 0..<U.rows {
    for d in 0..<U.columns { dv[d] += dz[word] * U[word, d] }
  }
  return dv
}

func skipGramOutsideGradient(_ dz: Vector, _ v: Vector) -> Matrix {
  var dU = Matrix.zeros(dz.count, v.count)
  for word in dz.indices { dU[row: word] = dz[word] * v }
  return dU
}

func skipGramGradients(_ text: [Int], _ m: Int, _ p: SkipGramTables) -> SkipGramGradients {
  var (dW, dU) = (0 * p.W, 0 * p.U)
  for t in 0..<text.count {
    let v = p.W[row: text[t]]
    for s in 0..<text.count where s != t && abs(s - t) <= m {
      var dz = softmax(p.U * v)
      dz[text[s]] -= 1
      dW[row: text[t]] += p.U.transposed * dz / Double(text.count)
      dU += outer(dz, v) / Double(text.count)
    }
  }
  return SkipGramGradients(dW: dW, dU: dU)
}
