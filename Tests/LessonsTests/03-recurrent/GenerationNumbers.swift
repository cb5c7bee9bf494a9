import LinearAlgebra

@testable import Solutions

/// The examples of the lesson on generating text: a small distribution, three temperatures, and chi-square by hand.
let generationNumbers: LessonNumbers = {
  let p: Vector = [0.1, 0.25, 0.45, 0.2]
  let z: Vector = [2, 1, 0]
  func terms(_ counts: [Double]) -> [Double] {
    let total = counts.reduce(0, +)
    return zip(counts, p).map { ($0 - total * $1) * ($0 - total * $1) / (total * $1) }
  }
  /// A hundred numbers spread evenly, each given to the first word whose own probability is larger, or else to the last.
  func wrongCounts() -> [Double] {
    var counts = [Double](repeating: 0, count: p.count)
    for index in 0..<100 {
      let u = (Double(index) + 0.5) / 100
      counts[p.firstIndex { $0 > u } ?? p.count - 1] += 1
    }
    return counts
  }
  let right = terms([12, 22, 47, 19])
  let distributions = [0.5, 1, 2].flatMap { temperatureDistribution(z, $0).elements }
  // u = 0.62 falls on cat, and the network of the lesson on the recurrent cell goes round in circles.
  let word = Double(sampledWord(p, 0.62))
  let network = GeneratorParameters(
    Wx: [[1, 0, -1], [0, 1, 0]], Wh: [[0, 1], [1, 0]], bh: [0, 0], Wy: [[-1, 0], [2, -2], [0, 2]], by: [0, 0, 0])
  let isRound = word == 2 && greedyText([0], [0, 0], network, 3, 6) == [1, 2, 0, 1, 2, 0]

  let given: Set = [
    "0.45", "0.25", "0.1", "0.2", "0.62", "0.5", "100", "12", "22", "47", "19", "0.001", "1000", "7.815", "10", "16",
  ]

  return LessonNumbers(
    "generation", given: isRound ? given : [],
    computed: [
      ("bounds", [p[0] + p[1], p[0] + p[1] + p[2]]),
      ("distributions", distributions),
      ("squares", softmax(z).map { $0 * $0 }.elements),
      ("chi-square", right + [right.reduce(0, +)]),
      ("wrong counts", wrongCounts()),
      ("wrong chi-square", [terms(wrongCounts()).reduce(0, +)]),
    ])
}()
