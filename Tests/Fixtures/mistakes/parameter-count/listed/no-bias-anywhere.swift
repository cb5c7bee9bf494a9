// expected: bias-left-out
// mistaken: rnnParameterCount, lstmParameterCount, gruParameterCount, affordableUnits
// calling: stackedParameterCount, classifierParameterCount

private func block(_ d: Int, _ N: Int, biases: Int = 1) -> Int { N * d + N * N + (biases - 1) * N }

func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int { block(inputs, units) }

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  let gates = 2 * block(inputs, units, biases: resetsAfter ? 2 : 1)
  let candidate = block(inputs, units, biases: resetsAfter ? 2 : 1)
  return gates + candidate
}

func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int {
  let gates = 3 * block(inputs, units)
  return gates + block(inputs, units)
}

func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int { outputs * inputs + outputs }

func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  let below = [inputs] + units.dropLast()
  return zip(below, units).map { lstmParameterCount($0, $1) }.reduce(0, +)
}

func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  var count = stackedParameterCount(inputs, units)
  if let top = units.last { count += denseParameterCount(top, classes) }
  return count
}

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  var low = 0
  var high = 1
  while blocks * block(inputs, high) <= budget { high *= 2 }
  while high - low > 1 {
    let middle = (low + high) / 2
    if blocks * block(inputs, middle) <= budget { low = middle } else { high = middle }
  }
  return low
}
