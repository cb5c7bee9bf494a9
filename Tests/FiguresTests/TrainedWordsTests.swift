import Embeddings
import Foundation
import Testing

@testable import Figures

@Suite struct `Figures of trained vectors` {
  @Test func `hold the vectors of the file; if not, run Scripts/embed-corpus`() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../lessons/corpus/almanac-vectors.txt")
      .standardizedFileURL
    #expect(try String(contentsOf: file, encoding: .utf8) == almanacText + "\n")
    #expect(TrainedWords.vectors.words == Almanac.shownWords)
  }

  /// What Tests/Fixtures/oracle/figures/trained.py computed.
  private struct Recorded: Decodable {
    let along, sameSide, result: [Double]
    let lean, places: [[Double]]
    let queen: Double
  }

  @Test func `hold the numbers that NumPy finds`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/oracle/figures/trained.json")
    let recorded = try JSONDecoder().decode(Recorded.self, from: Data(contentsOf: file))
    func agree(_ actual: [Double], _ expected: [Double]) -> Bool {
      actual.count == expected.count && zip(actual, expected).allSatisfy { abs($0 - $1) <= 1e-9 }
    }
    #expect(agree(TrainedWords.professions.map { TrainedWords.along($0) }, recorded.along))
    for (profession, lean) in zip(TrainedWords.professions, recorded.lean) {
      #expect(agree([false, true].map { TrainedWords.lean(profession, neutralised: $0) }, lean))
    }
    #expect(agree([false, true].map { TrainedWords.shareOfSameSide(neutralised: $0) }, recorded.sameSide))
    for (place, expected) in zip(TrainedAnalogy.places(), recorded.places) {
      #expect(agree([place.x, place.y], expected))
    }
    let result = TrainedAnalogy.result()
    #expect(agree([result.x, result.y], recorded.result))
    #expect(agree([TrainedAnalogy.nearest().first?.cosine ?? 0], [recorded.queen]))
  }

  @Test func `show an analogy that comes out`() {
    #expect(TrainedAnalogy.nearest().first?.word == "queen")
    let places = TrainedAnalogy.places()
    // Opposite sides of the four words are nearly equal and parallel, as in a parallelogram.
    let (man, woman, king, queen) = (places[0], places[1], places[2], places[3])
    let gap = hypot(king.x - man.x + woman.x - queen.x, king.y - man.y + woman.y - queen.y)
    #expect(gap < 0.2 * hypot(king.x - man.x, king.y - man.y))
  }

  @Test func `show a bias that neutralising takes away`() {
    let along = TrainedWords.professions.map { TrainedWords.along($0) }
    #expect(along.prefix(5).allSatisfy { $0 > 0.1 } && along.suffix(5).allSatisfy { $0 < -0.1 })
    #expect(TrainedWords.professions.allSatisfy { abs(TrainedWords.along($0, neutralised: true)) < 1e-12 })
  }

  @Test func `show what neutralising leaves`() {
    let left = TrainedWords.professions.map { TrainedWords.lean($0, neutralised: true) }
    let before = TrainedWords.professions.map { TrainedWords.lean($0, neutralised: false) }
    func gap(_ values: [Double]) -> Double { values.prefix(5).reduce(0, +) - values.suffix(5).reduce(0, +) }
    #expect(gap(left) > 0.25 * gap(before) && gap(left) < gap(before))
    #expect(TrainedWords.shareOfSameSide(neutralised: false) >= 0.9)
    // Four of the other nine are of the same side, so chance would make it 4 / 9.
    #expect(TrainedWords.shareOfSameSide(neutralised: true) > 0.55)
  }
}
