// expected: none
// mistaken: lstmOutputGate
// calling: lstmStep, lstmSequence

import LinearAlgebra

struct LSTMParameters {
  var Wf: Matrix
  var Wi: Matrix
  var Wo: Matrix
  var Wc: Matrix
  var bf: Vector
  var bi: Vector
  var bo: Vector
  var bc: Vector
}

struct LSTMState {
  var h: Vector
  var c: Vector
}

struct SplitWeights {
  var Wh: Matrix
  var Wx: Matrix
}

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

func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  let kept = f .* c
  let written = i .* candidate
  return kept + written
}

func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  tanh(c) .* o
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

func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let rows = (0..<W.rows).map { W[row: $0].elements }
  return SplitWeights(
    Wh: Matrix(rows: W.rows, columns: hiddenSize, elements: rows.flatMap { $0.prefix(hiddenSize) }),
    Wx: Matrix(rows: W.rows, columns: W.columns - hiddenSize, elements: rows.flatMap { $0.dropFirst(hiddenSize) }))
}
