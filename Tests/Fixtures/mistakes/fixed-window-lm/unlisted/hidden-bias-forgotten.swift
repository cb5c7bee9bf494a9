// expected: none
// mistaken: windowHidden

func windowHidden(_ e: Vector, _ We: Matrix, _ b1: Vector) -> Vector {
  tanh(We * e)
}

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let pass = Pass(words, p)
  return logSumExp(pass.z) - pass.z[target]
}
