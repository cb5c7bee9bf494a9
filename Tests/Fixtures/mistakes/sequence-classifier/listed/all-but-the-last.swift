// expected: initial-state-handed-on
// mistaken: layerOutput

private func step(_ h: Vector, _ letter: Int, _ p: ClassifierParameters) -> Vector {
  tanh(p.Wh * h + p.Wx * Vector.oneHot(letter, count: p.Wx.columns) + p.bh)
}

func letterStates(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> [Vector] {
  guard let letter = letters.first else { return [h0] }
  return [h0] + letterStates(Array(letters.dropFirst()), step(h0, letter, p), p)
}

func layerOutput(_ h: [Vector], _ returnSequences: Bool) -> [Vector] {
  returnSequences ? Array(h.dropLast()) : [h[h.count - 1]]
}

func classScores(_ letters: [Int], _ h0: Vector, _ p: ClassifierParameters) -> Vector {
  let last = letters.reduce(h0) { step($0, $1, p) }
  return p.Wy * last + p.by
}

func classLoss(_ z: Vector, _ label: Int) -> Double {
  -logSoftmax(z)[label]
}

func classScoreGradient(_ z: Vector, _ label: Int) -> Vector {
  softmax(z) - Vector.oneHot(label, count: z.count)
}

func lastStateGradient(_ dz: Vector, _ Wy: Matrix) -> Vector {
  Wy.transposed * dz
}

func letterPreActivationGradients(_ dhLast: Vector, _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  guard h.count > 1 else { return [] }
  let last = h[h.count - 1]
  let da = dhLast .* (1 - last .* last)
  return letterPreActivationGradients(Wh.transposed * da, Array(h.dropLast()), Wh) + [da]
}

func letterWeightGradient(_ da: [Vector], _ letters: [Int], _ D: Int) -> Matrix {
  zip(da, letters).reduce(Matrix.zeros(da[0].count, D)) { $0 + outer($1.0, Vector.oneHot($1.1, count: D)) }
}

func classifierGradients(
  _ letters: [Int], _ label: Int, _ h0: Vector, _ p: ClassifierParameters
) -> ClassifierGradients {
  let h = letterStates(letters, h0, p)
  let T = letters.count
  let dz = classScoreGradient(p.Wy * h[T] + p.by, label)
  let da = letterPreActivationGradients(p.Wy.transposed * dz, h, p.Wh)
  let dWh = (0..<T).map { outer(da[$0], h[$0]) }.reduce(0 * p.Wh, +)
  let dbh = da.reduce(Vector.zeros(p.bh.count), +)
  return ClassifierGradients(
    dWx: letterWeightGradient(da, letters, p.Wx.columns), dWh: dWh, dbh: dbh, dWy: outer(dz, h[T]), dby: dz)
}
