// expected: hidden-without-tanh, split-input-first
// mistaken: lstmHidden, splitWeights

func lstmCell(_ f: Vector, _ i: Vector, _ candidate: Vector, _ c: Vector) -> Vector {
  var new = c
  for k in new.indices { new[k] = f[k] * c[k] + i[k] * candidate[k] }
  return new
}

func lstmHidden(_ o: Vector, _ c: Vector) -> Vector {
  o .* c
}

func splitWeights(_ W: Matrix, _ hiddenSize: Int) -> SplitWeights {
  let inputSize = W.columns - hiddenSize
  var split = SplitWeights(Wh: Matrix.zeros(W.rows, hiddenSize), Wx: Matrix.zeros(W.rows, inputSize))
  for column in 0..<inputSize { split.Wx[column: column] = W[column: column] }
  for column in 0..<hiddenSize { split.Wh[column: column] = W[column: inputSize + column] }
  return split
}
