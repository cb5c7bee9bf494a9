// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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
  for word in 0..<p.U.rows {
    for d in 0..<p.U.columns { z[word] += p.U[word, d] * p.W[centre, d] }
  }
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
  var total = SkipGramGradients(dW: 0 * p.W, dU: 0 * p.U)
  for (t, centre) in text.enumerated() {
    let dz = skipGramScoreGradient(skipGramScores(centre, p), around(t, text, m))
    total.dW[row: centre] += skipGramCentreGradient(dz, p.U)
    total.dU += skipGramOutsideGradient(dz, p.W[row: centre])
  }
  let T = Double(text.count)
  return SkipGramGradients(dW: total.dW / T, dU: total.dU / T)
}

private func around(_ t: Int, _ text: [Int], _ m: Int) -> [Int] {
  (t - m...t + m).filter { $0 != t && text.indices.contains($0) }.map { text[$0] }
}
