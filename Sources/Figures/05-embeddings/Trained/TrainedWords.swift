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

  /// The vector of a word, as it was trained or neutralised.
  private static func vector(_ word: String, neutralised: Bool) -> Vector {
    let e = Vector(vectors.vector(word) ?? [])
    return neutralised ? neutralise(e, Vector(gender)) : e
  }

  private static func cosine(_ a: Vector, _ b: Vector) -> Double { dot(a, b) / (a.norm * b.norm) }

  /// How much of a word lies along the direction of gender: the cosine, positive towards women's words.
  package static func along(_ word: String, neutralised: Bool = false) -> Double {
    cosine(vector(word, neutralised: neutralised), Vector(gender))
  }

  /// How much nearer a word is to the pastimes and traits that the stereotype gives to women than to those of men.
  ///
  /// The difference of the mean cosines; the pastimes and traits are neutralised as well.
  package static func lean(_ word: String, neutralised: Bool) -> Double {
    let e = vector(word, neutralised: neutralised)
    func mean(_ words: [String]) -> Double {
      words.map { cosine(e, vector($0, neutralised: neutralised)) }.reduce(0, +) / Double(words.count)
    }
    return mean(Almanac.stereotype.she) - mean(Almanac.stereotype.he)
  }

  /// Of the four nearest of the five most female and five most male professions, the share of the same five, over all ten.
  package static func shareOfSameSide(neutralised: Bool) -> Double {
    let (she, he) = (professions.prefix(5), professions.suffix(5))
    var same = 0
    for (side, other) in [(she, he), (he, she)] {
      for word in side {
        let e = vector(word, neutralised: neutralised)
        let near = (side + other).filter { $0 != word }.map { ($0, cosine(e, vector($0, neutralised: neutralised))) }
          .sorted { $0.1 > $1.1 }.prefix(4)
        same += near.count { side.contains($0.0) }
      }
    }
    return Double(same) / 40
  }
}
