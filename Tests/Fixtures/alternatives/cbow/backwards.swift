// Words are taken from the last to the first, and windows are cut out of a copy of the text.

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
  var around = text
  around.remove(at: t)
  let first = max(t - m, 0)
  let last = min(t + m, around.count)
  return Array(around[first..<last])
}

/// The sum of the context words' rows of `W`.
func cbowSum(_ context: [Int], _ W: Matrix) -> Vector {
  var h = Vector.zeros(W.columns)
  for word in context.reversed() { h = W[row: word] + h }
  return h
}

/// The mean of the context words' rows of `W`.
func cbowMean(_ context: [Int], _ W: Matrix) -> Vector {
  let C = Double(context.count)
  return cbowSum(context, W) / C
}

/// The context words' rows of `W` one below the other: the first word on top, C D entries.
func cbowConcatenation(_ context: [Int], _ W: Matrix) -> Vector {
  guard let last = context.last else { return [] }
  return concatenate(cbowConcatenation(context.dropLast(), W), W[row: last])
}

/// The scores z = U h of all words.
func cbowScores(_ h: Vector, _ U: Matrix) -> Vector {
  U * h
}

/// The loss L = -log yHat[target] of one word and the mean of its context, finite for scores of any size.
func cbowLoss(_ context: [Int], _ target: Int, _ p: CBOWTables) -> Double {
  let h = cbowMean(context, p.W)
  let z = cbowScores(h, p.U)
  return -logSoftmax(z)[target]
}

/// The sum of ``cbowLoss(_:_:_:)`` over all positions of a text of at least two words, with windows of `m` to each side.
func cbowTextLoss(_ text: [Int], _ m: Int, _ p: CBOWTables) -> Double {
  var loss = 0.0
  for t in text.indices.reversed() { loss -= logSoftmax(p.U * cbowMean(cbowContext(text, t, m), p.W))[text[t]] }
  return loss
}

/// The gradient dz with respect to the scores.
func cbowScoreGradient(_ z: Vector, _ target: Int) -> Vector {
  let yHat = softmax(z)
  let y = Vector.oneHot(target, count: z.count)
  return yHat - y
}

/// The gradient dU of the table of targets.
func cbowTargetGradient(_ dz: Vector, _ h: Vector) -> Matrix {
  outer(dz, h)
}

/// The gradient dh with respect to the context's vector.
func cbowContextGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  U.transposed * dz
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
  for position in context.indices.reversed() {
    let word = context[position]
    dW[row: word] = dW[row: word] + Vector(dh[(position * D)..<(position * D + D)])
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
