internal import Charts
internal import Checks

@testable internal import Solutions

/// How many n-grams of new sentences the others have never shown, in the course's corpus.
package enum UnseenNGrams {
  /// How many sentences are held back, from the end, and the largest n.
  package static let (heldBack, longest) = (25, 5)

  /// For n from 1 on: the n-grams of the sentences that are held back, and those of them that no other sentence has.
  ///
  /// A page that is rendered should not wait for thousands of lists of words to be hashed. So each word gets a number of 12
  /// bits, and the longest n-gram that ends at a place is one whole number, whose last 12 n bits are the n-gram of length n.
  package static func counts() -> [(all: Int, unseen: Int)] {
    var numbers: [String: UInt64] = [:]
    func endings(_ sentence: [String]) -> [UInt64] {
      var key: UInt64 = 0
      let keys = paddedSentence(sentence, longest).map { word in
        let next = UInt64(numbers.count)
        let number = numbers[word] ?? next
        numbers[word] = number
        key = key << 12 | number
        return key
      }
      return Array(keys.dropFirst(longest - 1))
    }
    let known = Village.words.dropLast(heldBack).flatMap(endings)
    let new = Village.words.suffix(heldBack).flatMap(endings)
    return (1...longest).map { n in
      let last = (UInt64(1) << UInt64(12 * n)) - 1
      let seen = Set(known.map { $0 & last })
      return (new.count, new.count { !seen.contains($0 & last) })
    }
  }
}

@Sendable func unseenNGramsFigure() -> ComputedFigure {
  let counts = UnseenNGrams.counts()
  let shares = counts.map { 100 * Double($0.unseen) / Double($0.all) }
  let bars = Series("", look: 2, isSolid: true)
  let labels = shares.enumerated().map { index, share in
    Mark.label("\(NumberText.fixed(share, decimals: 0)) %", at: Point(Double(index), share), .above, nil)
  }
  let words = counts.enumerated().map { "n = \($0 + 1): \($1.unseen) of \($1.all)" }
  return ComputedFigure(
    name: "unseen-ngrams",
    caption: """
      Of the n-grams in the last \(UnseenNGrams.heldBack) sentences of the village, the share that no other sentence has.
      """,
    chart: Chart(
      title: "N-grams of new sentences that were never counted",
      description: """
        Bars that rise with n, the length of the chunks. Never counted before are, for \(words.joined(separator: "; ")).
        """,
      panels: [
        Panel(
          x: Axis("*n*", kind: .categories(counts.indices.map { "\($0 + 1)" })),
          y: Axis("never counted", unit: "%", range: 0...110, ticks: [0, 25, 50, 75, 100]), height: 180,
          marks: [.bars(shares.enumerated().map { Bar(category: $0, height: $1) }, bars)] + labels)
      ]))
}
