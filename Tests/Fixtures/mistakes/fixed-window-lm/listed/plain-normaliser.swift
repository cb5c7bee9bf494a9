// expected: exponentials-of-large-scores
// mistaken: fixedWindowLoss

func fixedWindowLoss(_ words: [Int], _ target: Int, _ p: FixedWindowParameters) -> Double {
  let pass = Pass(words, p)
  return log(exp(pass.z).sum) - pass.z[target]
}
