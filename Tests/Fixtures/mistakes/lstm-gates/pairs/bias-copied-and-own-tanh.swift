// expected: shared-bias, overflowing-tanh
// mistaken: lstmInputGate, lstmHidden
// calling: lstmStep, lstmSequence

private func scores(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
  b + W * concatenate(h, x)
}

func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wf, p.bf, h, x))
}

func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wi, p.bf, h, x))
}

func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wo, p.bo, h, x))
}

func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  tanh(scores(p.Wc, p.bc, h, x))
}

func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  let (up, down) = (exp(c), exp(-c))
  return Vector(o.indices.map { o[$0] * (up[$0] - down[$0]) / (up[$0] + down[$0]) })
}

func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let h = previous.h
  let cell = lstmCell(
    lstmForgetGate(h, x, p), lstmInputGate(h, x, p), lstmCandidate(h, x, p), previous.c)
  let hidden = lstmHidden(lstmOutputGate(h, x, p), cell)
  return LSTMState(h: hidden, c: cell)
}

func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var state = initial
  return x.map { input in
    state = lstmStep(state, input, p)
    return state
  }
}
