// expected: three-blocks-for-the-lstm
// mistaken: stackedParameterCount
// calling: classifierParameterCount

func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  var total = 0
  var d = inputs
  for N in units {
    total += 3 * N * (d + N + 1)
    d = N
  }
  return total
}
