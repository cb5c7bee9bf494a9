// expected: gates-read-the-cell
// mistaken: lstmStep
// calling: lstmSequence

private func scores(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
  b + W * concatenate(h, x)
}

func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wf, p.bf, h, x))
}

func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wi, p.bi, h, x))
}

func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(scores(p.Wo, p.bo, h, x))
}

func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  tanh(scores(p.Wc, p.bc, h, x))
}

func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let c = previous.c
  let cell = lstmCell(
    lstmForgetGate(c, x, p), lstmInputGate(c, x, p), lstmCandidate(c, x, p), c)
  return LSTMState(h: lstmHidden(lstmOutputGate(c, x, p), cell), c: cell)
}

func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var state = initial
  return x.map { input in
    state = lstmStep(state, input, p)
    return state
  }
}
