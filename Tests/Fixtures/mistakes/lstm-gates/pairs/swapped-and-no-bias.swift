// expected: forget-and-input-swapped, biases-left-out
// mistaken: lstmOutputGate, lstmCell

func lstmOutputGate(_ h: Vector, _ x: Vector, _ p: LSTMParameters) -> Vector {
  sigmoid(p.Wo * concatenate(h, x))
}

func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  Vector(c.indices.map { i[$0] * c[$0] + f[$0] * candidate[$0] })
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
