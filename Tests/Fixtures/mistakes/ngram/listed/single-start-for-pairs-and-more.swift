// expected: one-start-token-only
// mistaken: paddedSentence
// calling: ngramCounts, sentenceLogProbability, perplexity

func paddedSentence(_ sentence: [String], _ n: Int) -> [String] {
  var tokens = sentence
  tokens.append("<eos>")
  if n > 1 { tokens.insert("<sos>", at: 0) }
  return tokens
}

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  let tokens = paddedSentence(sentence, model.n)
  var total = 0.0
  for i in (model.n - 1)..<tokens.count {
    let context = Array(tokens[(i - model.n + 1)..<i])
    total += log(smoothedProbability(model, context, tokens[i]))
  }
  return total
}
