// expected: upper-bound-included, end-of-sentence-passed-over
// mistaken: sampledWord, greedyText

func sampledWord(_ p: Vector, _ u: Double) -> Int {
  var sum = 0.0
  var last = 0
  for w in 0..<p.count {
    sum += p[w]
    if sum >= u { return w }
    if p[w] > 0 { last = w }
  }
  return last
}

func greedyText(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ eos: Int, _ length: Int) -> [Int] {
  var text: [Int] = []
  var step = readSeed(seed, h0, p)
  while text.count < length {
    let word = greedyWord(step.z)
    text.append(word)
    step = generatorStep(word, step.h, p)
  }
  return text
}
