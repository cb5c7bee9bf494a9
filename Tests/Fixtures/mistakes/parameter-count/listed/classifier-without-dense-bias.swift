// expected: dense-bias-left-out
// mistaken: classifierParameterCount

func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  stackedParameterCount(inputs, units) + classes * units[units.count - 1]
}
