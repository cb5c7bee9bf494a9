// Plain loops over indices in place of products of vectors and matrices.

import LinearAlgebra

// Given: the two tables and their gradients, for V words and vectors of length D.

/// The two tables; a word has a row in each.
struct CBOWTables {
  var W: Matrix  // V x D: the words as context
  var U: Matrix  // V x D: the words as targets
}

/// The gradient of the loss with respect to each table.
struct CBOWGradients {
  var dW: Matrix
  var dU: Matrix
}

/// The words around position `t` of a text: up to `m` before it and up to `m` behind it, in the order of the text.
func cbowContext(_ text: [Int], _ t: Int, _ m: Int) -> [Int] {
  var context: [Int] = []
  for position in 0..<text.count {
    if position >= t - m && position <= t + m && position != t { context.append(text[position]) }
  }
  return context
}

/// The sum of the context words' rows of `W`.
func cbowSum(_ context: [Int], _ W: Matrix) -> Vector {
  var h = Vector.zeros(W.columns)
  for column in 0..<W.columns {
    for word in context { h[column] += W[word, column] }
  }
  return h
}

/// The mean of the context words' rows of `W`.
func cbowMean(_ context: [Int], _ W: Matrix) -> Vector {
  let C = Double(context.count)
  return cbowSum(context, W) / C
}

/// The context words' rows of `W` one below the other: the first word on top, C D entries.
func cbowConcatenation(_ context: [Int], _ W: Matrix) -> Vector {
  var h = Vector.zeros(context.count * W.columns)
  for position in 0..<context.count {
    for column in 0..<W.columns { h[position * W.columns + column] = W[context[position], column] }
  }
  return h
}

/// The scores z = U h of all words.
func cbowScores(_ h: Vector, _ U: Matrix) -> Vector {
  var z = Vector.zeros(U.rows)
  for word in 0..<U.rows {
    for column in 0..<U.columns { z[word] += U[word, column] * h[column] }
  }
  return z
}

/// The loss L = -log yHat[target] of one word and the mean of its context, finite for scores of any size.
func cbowLoss(_ context: [Int], _ target: Int, _ p: CBOWTables) -> Double {
  let z = cbowScores(cbowMean(context, p.W), p.U)
  var largest = z[0]
  for score in z where score > largest { largest = score }
  var total = 0.0
  for score in z { total += exp(score - largest) }
  return log(total) + largest - z[target]
}

/// The sum of ``cbowLoss(_:_:_:)`` over all positions of a text of at least two words, with windows of `m` to each side.
func cbowTextLoss(_ text: [Int], _ m: Int, _ p: CBOWTables) -> Double {
  var loss = 0.0
  for t in text.indices {
    loss += cbowLoss(cbowContext(text, t, m), text[t], p)
  }
  return loss
}

/// The gradient dz with respect to the scores.
func cbowScoreGradient(_ z: Vector, _ target: Int) -> Vector {
  var dz = softmax(z)
  dz[target] -= 1
  return dz
}

/// The gradient dU of the table of targets.
func cbowTargetGradient(_ dz: Vector, _ h: Vector) -> Matrix {
  var dU = Matrix.zeros(dz.count, h.count)
  for word in 0..<dz.count {
    for column in 0..<h.count { dU[word, column] = dz[word] * h[column] }
  }
  return dU
}

/// The gradient dh with respect to the context's vector.
func cbowContextGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  var dh = Vector.zeros(U.columns)
  for column in 0..<U.columns {
    for word in 0..<U.rows { dh[column] += U[word, column] * dz[word] }
  }
  return dh
}

/// The gradient dW, V x D, where `h` is the sum: the share of every context word, repeated words added up.
func cbowSumGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  var dW = Matrix.zeros(V, dh.count)
  for word in context {
    dW[row: word] += dh
  }
  return dW
}

/// The gradient dW, V x D, where `h` is the mean.
func cbowMeanGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  let C = Double(context.count)
  return cbowSumGradient(context, dh / C, V)
}

/// The gradient dW, V x D, where `h` is the concatenation, so that `dh` has C D entries.
func cbowConcatenationGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  let D = dh.count / context.count
  var dW = Matrix.zeros(V, D)
  for position in 0..<context.count {
    for column in 0..<D { dW[context[position], column] += dh[position * D + column] }
  }
  return dW
}

/// Both gradients of ``cbowLoss(_:_:_:)``: forward, then backward.
func cbowGradients(_ context: [Int], _ target: Int, _ p: CBOWTables) -> CBOWGradients {
  let h = cbowMean(context, p.W)
  let z = cbowScores(h, p.U)

  let dz = cbowScoreGradient(z, target)
  let dh = cbowContextGradient(dz, p.U)

  return CBOWGradients(
    dW: cbowMeanGradient(context, dh, z.count),
    dU: cbowTargetGradient(dz, h)
  )
}
