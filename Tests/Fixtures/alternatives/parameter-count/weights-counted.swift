// The parameters are made, as matrices of zeros, and counted.

import LinearAlgebra

private func count(_ blocks: [Matrix]) -> Int { blocks.map { $0.elements.count }.reduce(0, +) }

private func layer(_ inputs: Int, _ units: Int) -> [Matrix] {
  [Matrix.zeros(units, inputs), Matrix.zeros(units, units), Matrix.zeros(units, 1)]
}

func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int { count(layer(inputs, units)) }

func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  var blocks = layer(inputs, units) + layer(inputs, units) + layer(inputs, units)
  if resetsAfter { blocks += [Matrix](repeating: Matrix.zeros(units, 1), count: 3) }
  return count(blocks)
}

func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int {
  count([Matrix.zeros(4 * units, inputs + units), Matrix.zeros(4 * units, 1)])
}

func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int {
  count([Matrix.zeros(outputs, inputs), Matrix.zeros(outputs, 1)])
}

func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  var read = inputs
  var total = 0
  for size in units {
    total += lstmParameterCount(read, size)
    read = size
  }
  return total
}

func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  var total = stackedParameterCount(inputs, units)
  for size in units.suffix(1) { total += denseParameterCount(size, classes) }
  return total
}

func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  (0...budget + 1).first { blocks * ($0 + 1) * (inputs + $0 + 2) > budget } ?? 0
}
