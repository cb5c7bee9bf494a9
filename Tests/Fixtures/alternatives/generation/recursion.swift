// A continuation is its first word and the continuation of the seed and that word.

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
  guard let last = seed.last else { return GeneratorStep(h: h0, z: p.by) }
  return generatorStep(last, readSeed(Array(seed.dropLast()), h0, p).h, p)
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
  guard length > 0 else { return [] }
  let word = greedyWord(readSeed(seed, h0, p).z)
  return word == eos ? [] : [word] + greedyText(seed + [word], h0, p, eos, length - 1)
}

/// A sampled continuation of `seed` at the temperature `tau`: a word for each number of `u`, ending before the first `eos`.
func sampledText(
  _ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ tau: Double, _ eos: Int, _ u: [Double]
) -> [Int] {
  guard let first = u.first else { return [] }
  let word = sampledWord(temperatureDistribution(readSeed(seed, h0, p).z, tau), first)
  return word == eos ? [] : [word] + sampledText(seed + [word], h0, p, tau, eos, Array(u.dropFirst()))
}
