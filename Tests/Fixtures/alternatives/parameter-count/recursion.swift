// Recursion over layers, and bisection for the budget.

import LinearAlgebra

private func cell(_ blocks: Int, _ inputs: Int, _ units: Int, _ biases: Int = 1) -> Int {
  blocks * (inputs * units + units * units + biases * units)
}

func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int { cell(1, inputs, units) }

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  cell(3, inputs, units, resetsAfter ? 2 : 1)
}

func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int { cell(4, inputs, units) }

func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int { (inputs + 1) * outputs }

func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  guard let first = units.first else { return 0 }
  return cell(4, inputs, first) + stackedParameterCount(first, Array(units.dropFirst()))
}

func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  guard let first = units.first else { return denseParameterCount(inputs, classes) }
  return cell(4, inputs, first) + classifierParameterCount(first, Array(units.dropFirst()), classes)
}

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  var (low, high) = (0, budget + 1)
  while high - low > 1 {
    let middle = (low + high) / 2
    if cell(blocks, inputs, middle) <= budget { low = middle } else { high = middle }
  }
  return low
}
