// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct CBOWTables {
  var W: Matrix  // V x D: the words as context
  var U: Matrix  // V x D: the words as targets
}

struct CBOWGradients {
  var dW: Matrix
  var dU: Matrix
}

private func logOfSum(_ z: Vector) -> Double {
  let top = z.max() ?? 0
  return top + log(z.reduce(0) { $0 + exp($1 - top) })
}

func cbowContext(_ text: [Int], _ t: Int, _ m: Int) -> [Int] {
  var context: [Int] = []
  for s in max(0, t - m)...min(text.count - 1, t + m) {
    if s != t { context.append(text[s]) }
  }
  return context
}

func cbowSum(_ context: [Int], _ W: Matrix) -> Vector {
  var sum = Vector.zeros(W.columns)
  for d in 0..<W.columns {
    for word in context { sum[d] += W[word, d] }
  }
  return sum
}

func cbowMean(_ context: [Int], _ W: Matrix) -> Vector {
  var mean = Vector.zeros(W.columns)
  for word in context {
    for d in 0..<W.columns { mean[d] += W[word, d] / Double(context.count) }
  }
  return mean
}

func cbowConcatenation(_ context: [Int], _ W: Matrix) -> Vector {
  var h = Vector.zeros(context.count * W.columns)
  for i in context.indices {
    for d in 0..<W.columns { h[i * W.columns + d] = W[context[i], d] }
  }
  return h
}

func cbowScores(_ h: Vector, _ U: Matrix) -> Vector {
  var z = Vector.zeros(U.rows)
  for word in 0..<U.rows { z[word] = dot(U[row: word], h) }
  return z
}

func cbowLoss(_ context: [Int], _ target: Int, _ p: CBOWTables) -> Double {
  var h = Vector.zeros(p.W.columns)
  for word in context { h += p.W[row: word] / Double(context.count) }
  let z = p.U * h
  return logOfSum(z) - z[target]
}

func cbowTextLoss(_ text: [Int], _ m: Int, _ p: CBOWTables) -> Double {
  var total = 0.0
  for t in 0..<text.count {
    var h = Vector.zeros(p.W.columns)
    var C = 0.0
    for s in text.indices where s != t && abs(s - t) <= m {
      h += p.W[row: text[s]]
      C += 1
    }
    let z = p.U * (h / C)
    total += logOfSum(z) - z[text[t]]
  }
  return total
}

func cbowScoreGradient(_ z: Vector, _ target: Int) -> Vector {
  var dz = softmax(z)
  dz[target] -= 1
  return dz
}

func cbowTargetGradient(_ dz: Vector, _ h: Vector) -> Matrix {
  var dU = Matrix.zeros(dz.count, h.count)
  for word in dz.indices {
    for d in h.indices { dU[word, d] = dz[word] * h[d] }
  }
  return dU
}

func cbowContextGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  var dh = Vector.zeros(U.columns)
  for word in 0..<U.rows { dh += dz[word] * U[row: word] }
  return dh
}

func cbowSumGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  var dW = Matrix.zeros(V, dh.count)
  for i in context.indices {
    for d in dh.indices { dW[context[i], d] += dh[d] }
  }
  return dW
}

func cbowMeanGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  var dW = Matrix.zeros(V, dh.count)
  for word in context {
    for d in dh.indices { dW[word, d] += dh[d] / Double(context.count) }
  }
  return dW
}

func cbowConcatenationGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  let D = dh.count / context.count
  var dW = Matrix.zeros(V, D)
  for i in context.indices {
    for d in 0..<D { dW[context[i], d] += dh[i * D + d] }
  }
  return dW
}

func cbowGradients(_ context: [Int], _ target: Int, _ p: CBOWTables) -> CBOWGradients {
  var h = Vector.zeros(p.W.columns)
  for word in context { h += p.W[row: word] / Double(context.count) }
  var dz = softmax(p.U * h)
  dz[target] -= 1
  var dW = 0 * p.W
  for word in context { dW[row: word] += p.U.transposed * dz / Double(context.count) }
  return CBOWGradients(dW: dW, dU: outer(dz, h))
}
