// expected: embeddings-added
// mistaken: windowEmbedding

func windowEmbedding(_ words: [Int], _ E: Matrix) -> Vector {
  var e = Vector.zeros(E.rows)
  for word in words { e += E[column: word] }
  return e
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let pass = Pass(words, p)
  return logSumExp(pass.z) - pass.z[target]
}
