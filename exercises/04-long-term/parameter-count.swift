// Counting the weights and biases of recurrent networks, with d inputs and N units: write the functions below.
// Check your work with: gradus check parameter-count

import LinearAlgebra

/// The parameters of a plain recurrent layer, which are those of one gate: N d + N^2 + N.
func rnnParameterCount(_ inputs: Int, _ units: Int) -> Int {
  todo("N d + N^2 + N")
}

/// The parameters of a GRU; one that resets after the product has a second bias in each of its blocks.
func gruParameterCount(_ inputs: Int, _ units: Int, _ resetsAfter: Bool) -> Int {
  todo("the parameters of a GRU")
}

/// The parameters of an LSTM.
func lstmParameterCount(_ inputs: Int, _ units: Int) -> Int {
  todo("the parameters of an LSTM")
}

/// The parameters of a dense layer.
func denseParameterCount(_ inputs: Int, _ outputs: Int) -> Int {
  todo("the parameters of a dense layer")
}

/// The parameters of LSTM layers on top of each other, of which the first has the given inputs.
func stackedParameterCount(_ inputs: Int, _ units: [Int]) -> Int {
  todo("the parameters of all layers")
}

/// The parameters of stacked LSTM layers with a dense layer on the last state.
func classifierParameterCount(_ inputs: Int, _ units: [Int], _ classes: Int) -> Int {
  todo("the parameters of the whole model")
}

/// The largest number of units for which a layer of so many blocks has `budget` parameters at most.
///
/// A plain layer has 1 block, a GRU 3 and an LSTM 4, each with one bias.
func affordableUnits(_ budget: Int, _ inputs: Int, _ blocks: Int) -> Int {
  todo("the largest number of units")
}
