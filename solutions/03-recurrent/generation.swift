// Generating text with a recurrent language model: greedily, or by sampling with a temperature.
//
// The lecture's symbols: Wx, Wh, Wy, bh, by are W_x, W_h, W_y, b_h, b_y; h is the state, z the vector of scores. Words
// are indices that count from 0; the input of a step is the one-hot vector of a word.
//
// Nothing here draws random numbers: uniform numbers between 0 and 1, below 1, are given.

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
  let fromWord = p.Wx[column: word]
  let state = tanh(p.Wh * h + fromWord + p.bh)
  return GeneratorStep(h: state, z: p.Wy * state + p.by)
}

/// What reading the words of `seed`, one at least, from the state `h0` on leaves.
func readSeed(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters) -> GeneratorStep {
  var step = generatorStep(seed[0], h0, p)
  for word in seed.dropFirst() {
    step = generatorStep(word, step.h, p)
  }
  return step
}

/// The word with the largest number in `z`; of several, the first.
func greedyWord(_ z: Vector) -> Int {
  var best = 0
  for word in z.indices where z[word] > z[best] {
    best = word
  }
  return best
}

/// The probabilities softmax(z / tau) for a temperature `tau` above 0, finite for scores of any size.
func temperatureDistribution(_ z: Vector, _ tau: Double) -> Vector {
  let scaled = z / tau
  return softmax(scaled)
}

/// The first word at which the probabilities `p`, added up from word 0 on, exceed the uniform number `u`.
///
/// Words of probability 0 are never drawn. Where rounding keeps the whole sum from exceeding `u`, it is the last other word.
func sampledWord(_ p: Vector, _ u: Double) -> Int {
  var cumulative = 0.0
  for word in p.indices {
    cumulative += p[word]
    if cumulative > u { return word }
  }
  return p.lastIndex { $0 > 0 } ?? 0
}

/// How often each word is drawn from the probabilities `p` with the uniform numbers `u`.
func sampledCounts(_ p: Vector, _ u: [Double]) -> [Int] {
  var counts = [Int](repeating: 0, count: p.count)
  for number in u {
    counts[sampledWord(p, number)] += 1
  }
  return counts
}

/// The greedy continuation of `seed`: at most `length` words, ending before the first `eos`.
func greedyText(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ eos: Int, _ length: Int) -> [Int] {
  var step = readSeed(seed, h0, p)
  var text: [Int] = []
  while text.count < length {
    let word = greedyWord(step.z)
    if word == eos { break }
    text.append(word)
    step = generatorStep(word, step.h, p)
  }
  return text
}

/// A sampled continuation of `seed` at the temperature `tau`: a word for each number of `u`, ending before the first `eos`.
func sampledText(
  _ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ tau: Double, _ eos: Int, _ u: [Double]
) -> [Int] {
  var step = readSeed(seed, h0, p)
  var text: [Int] = []
  for number in u {
    let word = sampledWord(temperatureDistribution(step.z, tau), number)
    if word == eos { break }
    text.append(word)
    step = generatorStep(word, step.h, p)
  }
  return text
}
