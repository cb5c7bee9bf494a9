// expected: division-missing-backward
// mistaken: cbowGradients

func cbowGradients(_ context: [Int], _ target: Int, _ p: CBOWTables) -> CBOWGradients {
  var h = Vector.zeros(p.W.columns)
  for word in context { h += p.W[row: word] / Double(context.count) }
  var dz = softmax(p.U * h)
  dz[target] -= 1
  let dh = p.U.transposed * dz
  var dW = 0 * p.W
  for word in context { dW[row: word] += dh }
  return CBOWGradients(dW: dW, dU: outer(dz, h))
}
