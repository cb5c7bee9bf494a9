// expected: scores-sign-turned, bias-averaged
// mistaken: scoreGradient, biasGradient
// calling: bptt

func rnnForward(_ x: [Vector], _ h0: Vector, _ p: RNNParameters) -> RNNStates {
  let h = x.reduce(into: [h0]) { states, input in
    states.append(tanh(p.Wh * states[states.count - 1] + p.Wx * input + p.bh))
  }
  return RNNStates(h: h, z: h.dropFirst().map { p.Wy * $0 + p.by })
}

func sequenceLoss(_ z: [Vector], _ y: [Int]) -> Double {
  zip(z, y).map { scores, word in logSumExp(scores) - scores[word] }.reduce(0, +)
}

func scoreGradient(_ z: Vector, _ y: Int) -> Vector {
  Vector.oneHot(y, count: z.count) - softmax(z)
}

func stateGradient(_ dz: Vector, _ daNext: Vector, _ Wy: Matrix, _ Wh: Matrix) -> Vector {
  Wh.transposed * daNext + Wy.transposed * dz
}

func preActivationGradient(_ dh: Vector, _ h: Vector) -> Vector {
  dh - dh .* h .* h
}

func outputWeightGradient(_ dz: [Vector], _ h: [Vector]) -> Matrix {
  sum(zip(dz, h.dropFirst()).map { outer($0, $1) })
}

func recurrentWeightGradient(_ da: [Vector], _ h: [Vector]) -> Matrix {
  sum(zip(da, h).map { outer($0, $1) })
}

func inputWeightGradient(_ da: [Vector], _ x: [Vector]) -> Matrix {
  sum(zip(da, x).map { outer($0, $1) })
}

func biasGradient(_ d: [Vector]) -> Vector {
  d.dropFirst().reduce(d[0], +) / Double(d.count)
}

func initialStateGradient(_ da1: Vector, _ Wh: Matrix) -> Vector {
  Wh.transposed * da1
}
