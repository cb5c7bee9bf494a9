// expected: gates-read-the-cell
// mistaken: lstmStep
// calling: lstmSequence

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
  sigmoid(scores(p.Wo, p.bo, h, x))
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

func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let rows = (0..<W.rows).map { W[row: $0].elements }
  return SplitWeights(
    Wh: Matrix(rows: W.rows, columns: hiddenSize, elements: rows.flatMap { $0.prefix(hiddenSize) }),
    Wx: Matrix(rows: W.rows, columns: W.columns - hiddenSize, elements: rows.flatMap { $0.dropFirst(hiddenSize) }))
}
