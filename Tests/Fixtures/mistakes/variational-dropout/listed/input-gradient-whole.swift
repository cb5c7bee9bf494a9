// expected: weights-see-the-whole-state
// mistaken: droppedInputGradient

func droppedInputGradient(_ da: [Vector], _ x: [Vector], _ mx: Vector) -> Matrix {
  var dW = Matrix.zeros(da[0].count, mx.count)
  for t in 0..<da.count { dW += outer(da[t], x[t]) }
  return dW
}
