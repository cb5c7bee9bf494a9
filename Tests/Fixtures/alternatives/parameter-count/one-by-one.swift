// Parameters are counted unit by unit, and the budget is spent unit by unit.

import LinearAlgebra

func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int {
  var count = 0
  for _ in 0..<units { count += inputs + units + 1 }
  return count
}

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  var count = 0
  for _ in ["update", "reset", "candidate"] {
    count += rnnParameterCount(inputs, units)
    if resetsAfter { count += units }
  }
  return count
}

func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int {
  ["forget", "input", "output", "candidate"].map { _ in rnnParameterCount(inputs, units) }.reduce(0, +)
}

func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int {
  (0..<outputs).reduce(0) { count, _ in count + inputs + 1 }
}

func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  var count = lstmParameterCount(inputs, units[0])
  for layer in 1..<max(1, units.count) { count += lstmParameterCount(units[layer - 1], units[layer]) }
  return count
}

func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  let states = units.reversed()[0]
  return denseParameterCount(states, classes) + stackedParameterCount(inputs, units)
}

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  // One more unit than N costs inputs + 2 N + 2 in every block.
  var (units, rest) = (0, budget)
  while rest >= blocks * (inputs + 2 * units + 2) {
    rest -= blocks * (inputs + 2 * units + 2)
    units += 1
  }
  return units
}
