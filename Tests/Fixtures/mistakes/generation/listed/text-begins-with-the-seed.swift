// expected: seed-counted-against-the-length
// mistaken: greedyText

func greedyText(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ eos: Int, _ length: Int) -> [Int] {
  var text = seed
  var step = readSeed(seed, h0, p)
  while text.count < length {
    let word = greedyWord(step.z)
    if word == eos { break }
    text.append(word)
    step = generatorStep(word, step.h, p)
  }
  return Array(text[seed.count...])
}
