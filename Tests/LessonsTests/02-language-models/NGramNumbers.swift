import LinearAlgebra

@testable import Solutions

/// The three sentences of the lesson on n-grams, and the village.
let ngramNumbers: LessonNumbers = {
  let three = [["the", "king", "ate"], ["the", "queen", "ate", "bread"], ["the", "king", "ate", "bread"]]
  let small = model(three, n: 2, k: 1)
  let sentence = ["the", "queen", "ate"]
  let after = Double(contextCount(small.counts, ["ate"]))

  let village = Village.sentences
  let tokens = village.reduce(0) { $0 + $1.count + 1 }
  let counts = (1...4).map { ngramCounts(village, $0) }
  let different = counts.map { Double($0.count) }
  let once = counts.map { Double($0.count { $0.count == 1 }) }
  let possible = Double(possibleWords(village))
  let pairs = model(village, n: 2, k: 0.1)
  let loved = sentenceLogProbability(pairs, ["the", "king", "loved", "the", "queen"])
  let ate = sentenceLogProbability(pairs, ["the", "king", "ate", "the", "boat"])

  let (counted, heldBack) = (Array(village.dropLast(25)), Array(village.suffix(25)))
  let models = (1...3).map { model(counted, n: $0, k: 0.1) }
  let unseen = (2...3).map { n in
    let known = Set(models[n - 1].counts.map(\.words))
    return Double(heldBack.flatMap { ngrams(paddedSentence($0, n), n) }.count { !known.contains($0) })
  }
  let predicted = Double(heldBack.reduce(0) { $0 + $1.count + 1 })

  return LessonNumbers(
    "ngrams", given: ["10000", "10", "0.1", "25", "40", "15"],
    computed: [
      ("bigrams of three sentences", [Double(small.counts.reduce(0) { $0 + $1.count })]),
      (
        "shares",
        ["bread", "<eos>"].map { conditionalProbability(small.counts, ["ate"], $0) } + [2 / after]
      ),
      ("smoothed", ["bread", "queen"].map { smoothedProbability(small, ["ate"], $0) }),
      ("a new sentence", [sentenceLogProbability(small, sentence), exp(sentenceLogProbability(small, sentence))]),
      ("its perplexity", [perplexity(small, [sentence])]),
      ("sentences", [Double(village.count)]), ("words", [Double(tokens - village.count)]), ("tokens", [Double(tokens)]),
      ("different words", [possible - 1]), ("the", [Double(timesCounted(counts[0], ["the"]))]),
      ("share of the", [Double(timesCounted(counts[0], ["the"])) / Double(tokens)]),
      (
        "young woman, king was",
        [
          timesCounted(counts[1], ["young", "woman"]), contextCount(counts[1], ["young"]),
          contextCount(counts[1], ["king"]),
        ].map(Double.init)
      ),
      ("could be", (1...4).map { pow(possible, Double($0)) }), ("different", different), ("once", once),
      ("share seen once", [100 * once[2] / different[2]]),
      ("logarithms", [loved, ate]), ("times less probable", [exp(loved - ate)]),
      ("counted sentences", [Double(counted.count)]),
      ("perplexity, counted", models.map { perplexity($0, Array(counted.prefix(40))) }),
      ("perplexity, held back", models.map { perplexity($0, heldBack) }),
      ("never counted", unseen + [predicted, 100 * unseen[1] / predicted]),
      ("more smoothing", [perplexity(model(counted, n: 2, k: 1), heldBack), Double(possibleWords(counted))]),
    ])
}()

private func model(_ sentences: [[String]], n: Int, k: Double) -> NGramModel {
  NGramModel(n: n, counts: ngramCounts(sentences, n), k: k, V: possibleWords(sentences))
}
