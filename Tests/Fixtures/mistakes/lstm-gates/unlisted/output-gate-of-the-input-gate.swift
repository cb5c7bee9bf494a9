// expected: none
// mistaken: lstmOutputGate
// calling: lstmStep, lstmSequence

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
  sigmoid(scores(p.Wi, p.bi, h, x))
}

func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  tanh(scores(p.Wc, p.bc, h, x))
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
