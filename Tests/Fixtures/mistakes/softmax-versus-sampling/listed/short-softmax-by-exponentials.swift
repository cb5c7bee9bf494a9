// expected: softmax-over-the-sample
// mistaken: samplingLoss

func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  let own = dot(U[row: target], v)
  var top = own
  for k in negatives { top = max(top, dot(U[row: k], v)) }
  var sum = exp(own - top)
  for k in negatives { sum += exp(dot(U[row: k], v) - top) }
  return log(sum) + top - own
}
