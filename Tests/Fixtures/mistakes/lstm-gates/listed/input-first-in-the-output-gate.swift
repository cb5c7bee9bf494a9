// expected: input-before-state
// mistaken: lstmOutputGate

func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  let joined = Vector(x.elements + h.elements)
  var gate = Vector.zeros(h.count)
  for unit in gate.indices { gate[unit] = sigmoid(dot(p.Wo[row: unit], joined) + p.bo[unit]) }
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
