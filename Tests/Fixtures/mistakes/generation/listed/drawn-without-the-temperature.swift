// expected: temperature-without-effect
// mistaken: sampledText

func sampledText(
  _ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ tau: Double, _ eos: Int, _ u: [Double]
) -> [Int] {
  var text: [Int] = []
  var step = readSeed(seed, h0, p)
  for i in 0..<u.count {
    let word = sampledWord(softmax(step.z), u[i])
    if word == eos { break }
    text.append(word)
    step = generatorStep(word, step.h, p)
  }
  return text
}
