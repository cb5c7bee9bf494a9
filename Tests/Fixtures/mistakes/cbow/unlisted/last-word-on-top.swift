// expected: none
// mistaken: cbowConcatenation

func cbowContext(_ text: [Int], _ t: Int, _ m: Int) -> [Int] {
  let window = (t - m...t + m).filter { $0 != t && text.indices.contains($0) }
  return window.map { text[$0] }
}

func cbowSum(_ context: [Int], _ W: Matrix) -> Vector {
  context.map { W[row: $0] }.reduce(Vector.zeros(W.columns), +)
}

func cbowMean(_ context: [Int], _ W: Matrix) -> Vector {
  (1 / Double(context.count)) * cbowSum(context, W)
}

func cbowConcatenation(_ context: [Int], _ W: Matrix) -> Vector {
  Vector(context.reversed().flatMap { W[row: $0].elements })
}

func cbowScores(_ h: Vector, _ U: Matrix) -> Vector {
  return U * h
}

func cbowLoss(_ context: [Int], _ target: Int, _ p: CBOWTables) -> Double {
  -logSoftmax(cbowScores(cbowMean(context, p.W), p.U))[target]
}

func cbowTextLoss(_ text: [Int], _ m: Int, _ p: CBOWTables) -> Double {
  text.indices.map { cbowLoss(cbowContext(text, $0, m), text[$0], p) }.reduce(0, +)
}

func cbowScoreGradient(_ z: Vector, _ target: Int) -> Vector {
  softmax(z) - Vector.oneHot(target, count: z.count)
}

func cbowTargetGradient(_ dz: Vector, _ h: Vector) -> Matrix {
  return outer(dz, h)
}

func cbowContextGradient(_ dz: Vector, _ U: Matrix) -> Vector {
  return U.transposed * dz
}

func cbowSumGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  let shares = context.map { outer(.oneHot($0, count: V), dh) }
  return shares.reduce(Matrix.zeros(V, dh.count), +)
}

func cbowMeanGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  cbowSumGradient(context, dh, V) / Double(context.count)
}

func cbowConcatenationGradient(_ context: [Int], _ dh: Vector, _ V: Int) -> Matrix {
  let D = dh.count / context.count
  let shares = context.indices.map { place in
    cbowSumGradient([context[place]], Vector(dh[place * D..<(place + 1) * D]), V)
  }
  return shares.reduce(Matrix.zeros(V, D), +)
}

func cbowGradients(_ context: [Int], _ target: Int, _ p: CBOWTables) -> CBOWGradients {
  let h = cbowMean(context, p.W)
  let dz = cbowScoreGradient(cbowScores(h, p.U), target)
  let dW = cbowMeanGradient(context, cbowContextGradient(dz, p.U), p.W.rows)
  return CBOWGradients(dW: dW, dU: cbowTargetGradient(dz, h))
}
