// expected: mean-of-sentence-perplexities
// mistaken: perplexity

func sentenceLogProbability(_ model: NGramModel, _ sentence: [String]) -> Double {
  let tokens = paddedSentence(sentence, model.n)
  var total = 0.0
  for i in (model.n - 1)..<tokens.count {
    let context = Array(tokens[(i - model.n + 1)..<i])
    total += log(smoothedProbability(model, context, tokens[i]))
  }
  return total
}

func perplexity(_ model: NGramModel, _ sentences: [[String]]) -> Double {
  var total = 0.0
  for sentence in sentences {
    let average = sentenceLogProbability(model, sentence) / Double(sentence.count + 1)
    total += 1 / exp(average)
  }
  return total / Double(sentences.count)
}
