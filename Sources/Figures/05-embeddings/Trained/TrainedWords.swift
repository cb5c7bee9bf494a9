internal import Embeddings
internal import LinearAlgebra

@testable internal import Solutions

/// The vectors that were trained on the generated corpus, as the lessons' figures show them; nothing is trained here.
package enum TrainedWords {
  /// The words with their vectors.
  static let vectors = (try? WordVectors(word2VecText: almanacText)) ?? WordVectors(dimensions: 1)

  /// The direction from men's words to women's: the mean difference of the definitional pairs at length 1.
  package static let gender: [Double] =
    vectors.meanDifference(Almanac.definitionalPairs.map { ($0.she, $0.he) }) ?? []

  /// The professions of the corpus, those that it says `she` of most often first.
  package static let professions: [String] = Almanac.professions.map(\.name)

  /// How much of a word lies along the direction of gender: the cosine, positive towards women's words.
  package static func along(_ word: String) -> Double { vectors.cosine(word, gender) ?? .nan }

  /// The same after neutralising.
  package static func alongNeutralised(_ word: String) -> Double {
    let g = Vector(gender)
    let e = neutralise(Vector(vectors.vector(word) ?? []), g)
    return dot(e, g) / (e.norm * g.norm)
  }
}
