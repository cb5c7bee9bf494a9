// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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

func lstmForgetGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let joined = concatenate(h, x)
  var gate = Vector.zeros(h.count)
  for unit in gate.indices { gate[unit] = sigmoid(dot(p.Wf[row: unit], joined) + p.bf[unit]) }
  return gate
}

func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let joined = concatenate(h, x)
  var gate = Vector.zeros(h.count)
  for unit in gate.indices { gate[unit] = sigmoid(dot(p.Wi[row: unit], joined) + p.bi[unit]) }
  return gate
}

func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let joined = concatenate(h, x)
  var gate = Vector.zeros(h.count)
  for unit in gate.indices { gate[unit] = sigmoid(dot(p.Wo[row: unit], joined) + p.bo[unit]) }
  return gate
}

func lstmCandidate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  var content = p.bc
  for unit in content.indices {
    for k in h.indices { content[unit] += p.Wc[unit, k] * h[k] }
    for k in x.indices { content[unit] += p.Wc[unit, h.count + k] * x[k] }
    content[unit] = tanh(content[unit])
  }
  return content
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
  let joined = concatenate(previous.h, x)
  var next = previous
  for unit in previous.h.indices {
    let forget = sigmoid(dot(p.Wf[row: unit], joined) + p.bf[unit])
    let write = sigmoid(dot(p.Wi[row: unit], joined) + p.bi[unit])
    let show = sigmoid(dot(p.Wo[row: unit], joined) + p.bo[unit])
    let content = tanh(dot(p.Wc[row: unit], joined) + p.bc[unit])
    next.c[unit] = forget * previous.c[unit] + write * content
    next.h[unit] = show * tanh(next.c[unit])
  }
  return next
}

func lstmSequence(_ initial: LSTMState, _ x: [Vector], _ p: LSTMParameters) -> [LSTMState] {
  var states: [LSTMState] = []
  for t in x.indices {
    let before = t == 0 ? initial : states[t - 1]
    states.append(lstmStep(before, x[t], p))
  }
  return states
}

func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let rows = (0..<W.rows).map { W[row: $0].elements }
  return SplitWeights(
    Wh: Matrix(rows: W.rows, columns: hiddenSize, elements: rows.flatMap { $0.prefix(hiddenSize) }),
    Wx: Matrix(rows: W.rows, columns: W.columns - hiddenSize, elements: rows.flatMap { $0.dropFirst(hiddenSize) }))
}
