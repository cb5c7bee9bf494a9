import Foundation
import LinearAlgebra

@testable import Solutions

/// Two sentences, the table of ice and steam, three words with two contexts, and the village.
let countingContextsNumbers: LessonNumbers = {
  let (the, king, loved) = (0, 1, 2)
  let plain = window(2, countsByDistance: false)
  let documents = [[0, 1, 2, 0, 3], [0, 4, 2]]
  let weighted = coOccurrences(documents, 5, window(2, countsByDistance: true))
  let shares = contextProbabilities(coOccurrences(documents, 5, plain))

  let ice = [1.9e-4, 6.6e-5, 3.0e-3, 1.7e-5]
  let steam = [2.2e-5, 7.8e-4, 2.2e-3, 1.8e-5]
  let ratios = zip(ice, steam).map(/)

  let X: Matrix = [[2, 1], [1, 2], [1, 1]]
  let directions = contextDirections(X, [[1, 0], [1, 0]], 60)
  let embeddings = svdEmbeddings(X, [[1, 0], [1, 0]], 60)
  let values = singularValues(X, directions)

  let village = CountedVillage()
  let (counts, P) = (village.counts, contextProbabilities(village.counts))
  func number(_ word: String) -> Int { village.words.firstIndex(of: word) ?? -1 }
  let frequent = village.frequent(100)
  let starts = (0..<10).map { j in Vector((0..<100).map { $0 % 10 == j ? 1 : 0.1 }) }
  let logarithms = frequent.map { log(1 + $0) }
  let topics = svdEmbeddings(logarithms, starts, 150)
  let two = contextDirections(frequent, Array(starts.prefix(2)), 60)
  func nearest(_ word: String, _ number: Int) -> [Double] {
    let cosines = tableCosines(topics, topics[row: village.words.firstIndex(of: word) ?? 0])
    return cosines.sorted(by: >).dropFirst().prefix(number).map { $0 }
  }

  return LessonNumbers(
    "counting-contexts",
    given: [
      "1.9e-4", "6.6e-5", "3.0e-3", "1.7e-5", "2.2e-5", "7.8e-4", "2.2e-3", "1.8e-5", "8.9", "8.5e-2", "1.36", "0.96",
      "1.7", "1.8", "1.9", "2.2", "1.85", "1.95", "2.15", "2.25", "100", "2748", "10000", "50", "20",
    ],
    computed: [
      ("king with the, by distance", [weighted[the, king]]), ("loved given the", [shares[the, loved]]),
      ("ratios", ratios), ("bounds", [1.85 / 0.225, 1.95 / 0.215, 1.65 / 1.85, 1.75 / 1.75]),
      ("pairs", [counts.elements.reduce(0, +)]),
      ("entries", [Double(counts.elements.count { $0 != 0 }), Double(counts.elements.count)]),
      ("share of entries", [100 * Double(counts.elements.count { $0 != 0 }) / Double(counts.elements.count)]),
      ("the, given king and queen", ["king", "queen"].map { P[number($0), number("the")] }),
      ("their ratio", [probabilityRatio(counts, number("king"), number("queen"), number("the"))]),
      ("steps", (1...2).flatMap { leadingDirection(X, [1, 0], $0).elements }),
      ("w_1, w_2", directions.flatMap(\.elements)), ("eigenvalue and s_1", [values[0] * values[0], values[0]]),
      ("embeddings", embeddings.elements.filter { abs($0) > 1e-9 }),
      ("kept", [keptShare(values, 1), 12]),
      ("kept of the counts", [100 * singularValues(frequent, two).squaredNorm / Vector(frequent.elements).squaredNorm]),
      ("kept of the logarithms", [100 * Vector(topics.elements).squaredNorm / Vector(logarithms.elements).squaredNorm]),
      ("near king", nearest("king", 3)), ("near he, near baker", nearest("he", 1) + nearest("baker", 1)),
      ("million bytes", [8 * 10_000 * 10_000 / 1e6]),
      ("multiplications", [Double(iterationCost(10_000, 10_000, 50, 20))]),
    ])
}()

private func window(_ m: Int, countsByDistance: Bool) -> ContextWindow {
  ContextWindow(before: m, after: m, countsByDistance: countsByDistance)
}

/// The village's words, the most frequent first, and how often they stand within two words of each other.
private struct CountedVillage {
  let words: [String]
  let counts: Matrix

  init() {
    let frequencies = Village.sentences.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    words = frequencies.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    let numbers = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    let documents = Village.sentences.map { $0.compactMap { numbers[$0] } }
    counts = coOccurrences(documents, words.count, window(2, countsByDistance: false))
  }

  /// The counts of the most frequent words with each other.
  func frequent(_ number: Int) -> Matrix {
    Matrix((0..<number).map { row in Array(counts[row: row].prefix(number)) })
  }
}
