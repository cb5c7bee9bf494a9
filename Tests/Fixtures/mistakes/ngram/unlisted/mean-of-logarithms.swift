// expected: none
// mistaken: sentenceLogProbability
// calling: perplexity

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  let tokens = paddedSentence(sentence, model.n)
  var total = 0.0
  for i in (model.n - 1)..<tokens.count {
    let context = Array(tokens[(i - model.n + 1)..<i])
    total += log(smoothedProbability(model, context, tokens[i]))
  }
  return total / Double(sentence.count + 1)
}
