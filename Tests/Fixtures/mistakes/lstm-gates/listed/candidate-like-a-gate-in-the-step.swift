// expected: sigmoid-for-the-candidate
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
  var new = c
  for k in new.indices { new[k] = f[k] * c[k] + i[k] * candidate[k] }
  return new
}

func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  var h = o
  for k in h.indices { h[k] *= tanh(c[k]) }
  return h
}

func lstmStep(_ previous: LSTMState, _ x: Vector, _ p: LSTMParameters) -> LSTMState {
  let joined = concatenate(previous.h, x)
  var next = previous
  for unit in previous.h.indices {
    let forget = sigmoid(dot(p.Wf[row: unit], joined) + p.bf[unit])
    let write = sigmoid(dot(p.Wi[row: unit], joined) + p.bi[unit])
    let show = sigmoid(dot(p.Wo[row: unit], joined) + p.bo[unit])
    let content = sigmoid(dot(p.Wc[row: unit], joined) + p.bc[unit])
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
  var split = SplitWeights(
    Wh: Matrix.zeros(W.rows, hiddenSize), Wx: Matrix.zeros(W.rows, W.columns - hiddenSize))
  for column in 0..<W.columns {
    if column < hiddenSize {
      split.Wh[column: column] = W[column: column]
    } else {
      split.Wx[column: column - hiddenSize] = W[column: column]
    }
  }
  return split
}
