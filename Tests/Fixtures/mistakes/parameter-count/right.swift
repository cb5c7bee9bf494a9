// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int {
  var count = 0
  for _ in 0..<units { count += inputs + units + 1 }
  return count
}

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  var perUnit = inputs + units + 1
  if resetsAfter { perUnit += 1 }
  return 3 * units * perUnit
}

func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int {
  4 * units * (inputs + units + 1)
}

func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int {
  (inputs + 1) * outputs
}

func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  var total = 0
  for layer in 0..<units.count {
    let d = layer == 0 ? inputs : units[layer - 1]
    total += 4 * units[layer] * (d + units[layer] + 1)
  }
  return total
}

func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  stackedParameterCount(inputs, units) + classes * (units[units.count - 1] + 1)
}

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  var n = 0
  while blocks * (n + 1) * (inputs + n + 2) <= budget { n += 1 }
  return n
}
