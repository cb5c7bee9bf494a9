// expected: logarithm-of-softmax
// mistaken: cbowLoss

func cbowLoss(_ context: [Int], _ target: Int, _ p: CBOWTables) -> Double {
  let z = p.U * cbowMean(context, p.W)
  var sum = 0.0
  for score in z { sum += exp(score) }
  return log(sum) - z[target]
}
