// expected: chosen-word-read-in-the-initial-state
// mistaken: greedyText

func greedyText(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ eos: Int, _ length: Int) -> [Int] {
  var text: [Int] = []
  let start = readSeed(seed, h0, p)
  var step = start
  while text.count < length {
    let word = greedyWord(step.z)
    if word == eos { break }
    text.append(word)
    step = generatorStep(word, start.h, p)
  }
  return text
}
