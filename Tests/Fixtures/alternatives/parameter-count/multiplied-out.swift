// Every count is one product; the budget is met by solving the quadratic equation and looking at both neighbours.

import LinearAlgebra

func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int { units * (inputs + units + 1) }

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  3 * units * (inputs + units + (resetsAfter ? 2 : 1))
}

func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int { 4 * units * (inputs + units + 1) }

func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int { outputs * (inputs + 1) }

func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  var total = 0
  for layer in units.indices {
    total += lstmParameterCount(layer == 0 ? inputs : units[layer - 1], units[layer])
  }
  return total
}

func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  stackedParameterCount(inputs, units) + denseParameterCount(units.last ?? inputs, classes)
}

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  let half = Double(inputs + 1) / 2
  let root = sqrt(half * half + Double(budget) / Double(blocks)) - half
  var units = max(0, Int(root) - 1)
  while blocks * (units + 1) * (inputs + units + 2) <= budget { units += 1 }
  return units
}
