// expected: none
// mistaken: gruGateWeightGradient

func gruGateWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  var dW = Matrix.zeros(h[0].count, h[0].count + x[0].count)
  for t in da.indices { dW += outer(da[t], concatenate(x[t], h[t])) }
  return dW
}
