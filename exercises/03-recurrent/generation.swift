// Generating text with a recurrent language model: greedily, or by sampling with a temperature.
//
// Write how words are read, how the next one is chosen, and the two loops that write. Take out each `todo` as you replace
// it. Check with: gradus check generation
//
// Nothing here draws random numbers: uniform numbers between 0 and 1, below 1, are given. Words count from 0.

import LinearAlgebra

// Given: the parameters, of H units and V words, and what a step leaves.

/// The parameters that all time steps share.
struct GeneratorParameters {
  var Wx: Matrix  // H x V
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// What reading a word leaves: the state `h`, and the scores `z` of the word that comes next.
struct GeneratorStep {
  var h: Vector
  var z: Vector
}

/// The state after reading `word` in the state `h`, and the scores of the next word.
func generatorStep(_ word: Int, _ h: Vector, _ p: GeneratorParameters) -> GeneratorStep {
  todo("h_t and z_t")
}

/// What reading the words of `seed`, one at least, from the state `h0` on leaves.
func readSeed(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters) -> GeneratorStep {
  todo("what the seed leaves")
}

/// The word with the largest number in `z`; of several, the first.
func greedyWord(_ z: Vector) -> Int {
  todo("the word with the largest score")
}

/// The probabilities softmax(z / tau) for a temperature `tau` above 0, finite for scores of any size.
func temperatureDistribution(_ z: Vector, _ tau: Double) -> Vector {
  todo("softmax(z / tau)")
}

/// The first word at which the probabilities `p`, added up from word 0 on, exceed the uniform number `u`.
///
/// Words of probability 0 are never drawn. Where rounding keeps the whole sum from exceeding `u`, it is the last other word.
func sampledWord(_ p: Vector, _ u: Double) -> Int {
  todo("the word that u falls on")
}

/// How often each word is drawn from the probabilities `p` with the uniform numbers `u`.
func sampledCounts(_ p: Vector, _ u: [Double]) -> [Int] {
  todo("how often each word is drawn")
}

/// The greedy continuation of `seed`: at most `length` words, ending before the first `eos`.
func greedyText(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ eos: Int, _ length: Int) -> [Int] {
  todo("the greedy continuation")
}

/// A sampled continuation of `seed` at the temperature `tau`: a word for each number of `u`, ending before the first `eos`.
func sampledText(
  _ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ tau: Double, _ eos: Int, _ u: [Double]
) -> [Int] {
  todo("a sampled continuation")
}
