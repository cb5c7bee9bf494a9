import LinearAlgebra

@testable import Solutions

/// The vocabulary of the village, and the sizes of the lesson on words.
let wordsNumbers: LessonNumbers = {
  let sentences = Village.sentences
  let words = Array(sentences.joined())
  let all = frequentVocabulary(sentences, 10_000)
  func share(_ V: Int) -> Double {
    let known = Set(frequentVocabulary(sentences, V))
    return 100 * Double(words.count { known.contains($0) }) / Double(words.count)
  }
  let counts = ["the", "and", "a", "was", "of", "that"].map { word in Double(words.count { $0 == word }) }
  let distance = (oneHotVector(10, 15) - oneHotVector(7, 15)).norm

  return LessonNumbers(
    "words", given: ["100", "200", "10000", "500000", "400", "15", "11", "10", "26", "50"],
    computed: [
      ("words", [Double(words.count)]), ("different", [Double(all.count - specialTokens.count)]), ("counts", counts),
      ("known", [Double(frequentVocabulary(sentences, 100).count - specialTokens.count), share(100), share(200)]),
      ("letters", [26 + 26 + 4]), ("distance", [distance]), ("a sentence of ten", [10 * 500_000]),
    ])
}()
