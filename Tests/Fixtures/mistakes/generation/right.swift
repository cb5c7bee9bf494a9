// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct GeneratorParameters {
  var Wx: Matrix
  var Wh: Matrix
  var bh: Vector
  var Wy: Matrix
  var by: Vector
}

struct GeneratorStep {
  var h: Vector
  var z: Vector
}

func generatorStep(_ word: Int, _ h: Vector, _ p: GeneratorParameters) -> GeneratorStep {
  var next = p.bh
  for i in 0..<next.count {
    for j in 0..<h.count { next[i] += p.Wh[i, j] * h[j] }
    next[i] = tanh(next[i] + p.Wx[i, word])
  }
  return GeneratorStep(h: next, z: p.by + p.Wy * next)
}

func readSeed(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters) -> GeneratorStep {
  var last = generatorStep(seed[0], h0, p)
  for i in 1..<max(1, seed.count) { last = generatorStep(seed[i], last.h, p) }
  return last
}

func greedyWord(_ z: Vector) -> Int {
  var best = 0
  for i in 0..<z.count {
    if z[i] > z[best] { best = i }
  }
  return best
}

func temperatureDistribution(_ z: Vector, _ tau: Double) -> Vector {
  let m = z[greedyWord(z)]
  var p = z
  var total = 0.0
  for i in 0..<z.count {
    p[i] = exp((z[i] - m) / tau)
    total += p[i]
  }
  for i in 0..<z.count { p[i] /= total }
  return p
}

func sampledWord(_ p: Vector, _ u: Double) -> Int {
  var sum = 0.0
  var last = 0
  for w in 0..<p.count {
    sum += p[w]
    if sum > u { return w }
    if p[w] > 0 { last = w }
  }
  return last
}

func sampledCounts(_ p: Vector, _ u: [Double]) -> [Int] {
  var counts = [Int](repeating: 0, count: p.count)
  for number in u { counts[sampledWord(p, number)] += 1 }
  return counts
}

func greedyText(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ eos: Int, _ length: Int) -> [Int] {
  var text: [Int] = []
  var step = readSeed(seed, h0, p)
  while text.count < length {
    let word = greedyWord(step.z)
    if word == eos { break }
    text.append(word)
    step = generatorStep(word, step.h, p)
  }
  return text
}

func sampledText(
  _ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ tau: Double, _ eos: Int, _ u: [Double]
) -> [Int] {
  var text: [Int] = []
  var step = readSeed(seed, h0, p)
  for i in 0..<u.count {
    let word = sampledWord(temperatureDistribution(step.z, tau), u[i])
    if word == eos { break }
    text.append(word)
    step = generatorStep(word, step.h, p)
  }
  return text
}
