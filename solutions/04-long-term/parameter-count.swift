// Counting the weights and biases of recurrent networks: d inputs, N units.

import LinearAlgebra

/// The parameters of a plain recurrent layer, which are those of one gate: N d + N^2 + N.
func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int {
  let fromInput = units * inputs
  let fromState = units * units
  let bias = units
  return fromInput + fromState + bias
}

/// The parameters of a GRU; one that resets after the product has a second bias in each of its blocks.
func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  let secondBias = resetsAfter ? units : 0
  let block = rnnParameterCount(inputs, units) + secondBias
  return 3 * block
}

/// The parameters of an LSTM.
func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int {
  4 * rnnParameterCount(inputs, units)
}

/// The parameters of a dense layer.
func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int {
  outputs * inputs + outputs
}

/// The parameters of LSTM layers on top of each other, of which the first has the given inputs.
func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  let read = [inputs] + units
  return zip(read, units).map(lstmParameterCount).reduce(0, +)
}

/// The parameters of stacked LSTM layers with a dense layer on the last state.
func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  let last = units[units.count - 1]
  return stackedParameterCount(inputs, units) + denseParameterCount(last, classes)
}

/// The largest number of units for which a layer of so many blocks has `budget` parameters at most.
///
/// A plain layer has 1 block, a GRU 3 and an LSTM 4, each with one bias.
func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  var units = 0
  while blocks * rnnParameterCount(inputs, units + 1) <= budget { units += 1 }
  return units
}
