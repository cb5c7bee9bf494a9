// expected: largest-in-size
// mistaken: greedyWord
// calling: greedyText

func generatorStep(_ word: Int, _ h: Vector, _ p: GeneratorParameters) -> GeneratorStep {
  let input = Vector.oneHot(word, count: p.by.count)
  let state = tanh(p.Wx * input + p.Wh * h + p.bh)
  let scores = p.Wy * state + p.by
  return GeneratorStep(h: state, z: scores)
}

func readSeed(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters) -> GeneratorStep {
  seed.reduce(GeneratorStep(h: h0, z: p.by)) { generatorStep($1, $0.h, p) }
}

func greedyWord(_ z: Vector) -> Int {
  let squares = z .* z
  return z.indices.max { squares[$0] < squares[$1] || (squares[$0] == squares[$1] && $0 > $1) } ?? 0
}

func temperatureDistribution(_ z: Vector, _ tau: Double) -> Vector {
  softmax(z / tau)
}

func sampledWord(_ p: Vector, _ u: Double) -> Int {
  var rest = u
  for (w, share) in p.enumerated() {
    if rest < share { return w }
    rest -= share
  }
  return p.elements.lastIndex { $0 != 0 } ?? p.count - 1
}

func sampledCounts(_ p: Vector, _ u: [Double]) -> [Int] {
  let drawn = u.map { sampledWord(p, $0) }
  return p.indices.map { word in drawn.filter { $0 == word }.count }
}

private func written(
  _ step: GeneratorStep, _ p: GeneratorParameters, _ eos: Int, _ room: Int, _ choose: (Vector, Int) -> Int
) -> [Int] {
  if room == 0 { return [] }
  let word = choose(step.z, room)
  if word == eos { return [] }
  return [word] + written(generatorStep(word, step.h, p), p, eos, room - 1, choose)
}

func greedyText(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ eos: Int, _ length: Int) -> [Int] {
  written(readSeed(seed, h0, p), p, eos, length) { z, _ in greedyWord(z) }
}

func sampledText(
  _ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ tau: Double, _ eos: Int, _ u: [Double]
) -> [Int] {
  written(readSeed(seed, h0, p), p, eos, u.count) { z, room in
    sampledWord(temperatureDistribution(z, tau), u[u.count - room])
  }
}
