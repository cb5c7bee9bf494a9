// expected: repeated-words-overwritten, logarithm-of-softmax
// mistaken: windowEmbeddingGradient, fixedWindowLoss
// calling: fixedWindowGradients

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let pass = Pass(words, p)
  return -log(softmax(pass.z)[target])
}

func windowEmbeddingGradient(_ words: [Int], _ de: Vector, _ V: Int) -> Matrix {
  let D = de.count / words.count
  var dE = Matrix.zeros(D, V)
  for (i, word) in words.enumerated() {
    let part = Vector(de.elements[(i * D)..<((i + 1) * D)])
    dE[column: word] = part
  }
  return dE
}
