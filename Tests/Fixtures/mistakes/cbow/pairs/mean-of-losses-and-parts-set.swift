// expected: loss-averaged-over-the-text, part-overwritten-in-the-concatenation
// mistaken: cbowTextLoss, cbowConcatenationGradient

func cbowTextLoss(_ text: [Int], _ m: Int, _ p: CBOWTables) -> Double {
  let losses = text.indices.map { cbowLoss(cbowContext(text, $0, m), text[$0], p) }
  return Vector(losses).sum / Double(losses.count)
}

func cbowConcatenationGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  let D = dh.count / context.count
  var dW = Matrix.zeros(V, D)
  for k in dh.indices { dW[context[k / D], k % D] = dh[k] }
  return dW
}
