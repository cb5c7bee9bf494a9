// expected: shared-bias
// mistaken: lstmInputGate

func lstmInputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let joined = concatenate(h, x)
  var gate = Vector.zeros(h.count)
  for unit in gate.indices { gate[unit] = sigmoid(dot(p.Wi[row: unit], joined) + p.bf[unit]) }
  return gate
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
