import Embeddings
import LinearAlgebra
import Testing

@testable import Solutions

@Suite struct `The trained vectors, as the lesson on bias reads them` {
  @Test func `keep professions together, and have doctor before nurse where no word is left out`() {
    let trained = TrainedBias()
    #expect(trained.sameSide(trained.before) == 1)
    #expect(trained.answers.map(\.word) == ["nurse", "doctor"])
  }
}

/// The direction of gender in the trained vectors at length 1, and what is left without it.
struct TrainedBias {
  /// The vectors as they were trained, and neutralised, each at length 1.
  let before, after: Matrix
  private let mean, component: Vector

  /// The professions that the corpus calls she most often, and those that it calls he.
  static let she = ["nurse", "receptionist", "hairdresser", "librarian", "florist"]
  static let he = ["surgeon", "programmer", "pilot", "carpenter", "engineer"]

  /// In which share of the cases the corpus says she of a nurse, as it declares itself.
  static let shareOfNurses = Almanac.professions.first { $0.name == "nurse" }?.shareOfShe ?? 0

  /// How many sentences the vectors were trained on.
  static let sentences = Almanac.size

  init() {
    let pairs = AlmanacVectors.genders.map {
      DefinitionalPair(first: AlmanacVectors.row($0.she), second: AlmanacVectors.row($0.he))
    }
    before = AlmanacVectors.units
    mean = meanBiasDirection(before, pairs)
    component = principalBiasDirection(before, pairs, 100)
    after = unitTable(neutraliseAll(AlmanacVectors.table, [], mean))
  }

  /// The cosine of the mean and the principal component.
  var agreement: Double { cosineSimilarity(mean, component) }

  /// The cosine of a word with the mean, positive on the women's side.
  func along(_ word: String) -> Double { cosineSimilarity(before[row: AlmanacVectors.row(word)], mean) }

  /// How much nearer a word is to the women's pastimes and traits than to the men's.
  func lean(_ word: String, _ E: Matrix) -> Double {
    let cosines = E * E[row: AlmanacVectors.row(word)]
    func mean(_ words: String) -> Double {
      let list = words.split(separator: " ")
      return list.map { cosines[AlmanacVectors.row(String($0))] }.reduce(0, +) / Double(list.count)
    }
    return mean("knitting dancing gardening gentle caring patient") - mean("football fishing poker bold daring tough")
  }

  /// Of the four nearest of ten professions, the share that is of the same side.
  func sameSide(_ E: Matrix) -> Double {
    let rows = (Self.she + Self.he).map(AlmanacVectors.row)
    let others = (0..<E.rows).filter { !rows.contains($0) }
    let same = rows.enumerated().map { place, row in
      largestScores(tableCosines(E, E[row: row]), 4, others + [row])
        .count { (rows.firstIndex(of: $0) ?? 0) / 5 == place / 5 }
    }
    return Double(same.reduce(0, +)) / 40
  }

  /// What is to woman as doctor is to man: the best word but the three, and the best of all.
  var answers: [(word: String, score: Double)] {
    let (man, doctor, woman) = (AlmanacVectors.row("man"), AlmanacVectors.row("doctor"), AlmanacVectors.row("woman"))
    let scores = analogyScores(before, analogyTarget(before, man, doctor, woman))
    return [[man, doctor, woman], []].map { excluded in
      let best = bestRemaining(scores, excluded)
      return (AlmanacVectors.words[best], scores[best])
    }
  }
}
