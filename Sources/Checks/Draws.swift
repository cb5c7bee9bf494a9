internal import Grading
internal import LinearAlgebra

extension CasePlan {
  /// For functions without time, which long sequences would not try any further.
  static var withoutTime: CasePlan { CasePlan(long: 0) }

  /// For functions that must stay finite for extreme scores, whose naive forms fail on some of them only.
  static var manyExtremes: CasePlan { CasePlan(saturated: 8, long: 0) }
}

extension CaseGenerator {
  /// A vector of scores, extreme in saturated cases.
  ///
  /// Of three saturated cases in a row, one has scores of 1000 and -1000 at once, one only scores below -800, and one a
  /// score of 1000 or -1000 among others: an exponential that overflows and a sum that underflows both show in every run.
  mutating func extremes(_ count: Int) -> Vector {
    var scores = scores(count)
    guard size == .saturated && count > 0 else { return scores }
    let place = index(below: count)
    switch ordinal % 3 {
    case 0:
      scores[(place + 1) % count] = -1000
      scores[place] = 1000
    case 1:
      scores = scores.map { -900 + $0 / 10 }
      scores[place] = -1000
    default:
      scores[place] = index(below: 2) == 0 ? 1000 : -1000
    }
    return scores
  }

  /// The right one of some words with these scores.
  ///
  /// Where scores of 1000 and -1000 meet, it is the least likely, so that in every run some right word's probability
  /// underflows.
  mutating func rightWord(_ scores: Vector) -> Int {
    let drawn = index(below: scores.count)
    guard size == .saturated && ordinal % 3 == 0 else { return drawn }
    return scores.indices.min { scores[$0] < scores[$1] } ?? drawn
  }

  /// A vector of values of the tanh; in saturated cases some of them are 1 or -1 exactly.
  mutating func activations(_ count: Int) -> Vector {
    Vector((0..<count).map { _ in activation() })
  }

  /// A vector of values of a gate; in saturated cases some of them are 0 or 1 exactly.
  mutating func gates(_ count: Int) -> Vector {
    Vector((0..<count).map { _ in gate() })
  }

  private mutating func gate() -> Double {
    let round: [Double] = [0.1, 0.2, 0.25, 0.4, 0.75, 0.9]
    switch size {
    case .tiny, .small: return round[index(below: round.count)]
    case .general, .long: return decimal(in: 0...1)
    case .saturated: return [0, 1, decimal(in: 0...1)][index(below: 3)]
    }
  }

  private mutating func activation() -> Double {
    let round: [Double] = [-0.8, -0.6, -0.5, 0.5, 0.6, 0.8]
    switch size {
    case .tiny, .small: return round[index(below: round.count)]
    case .general, .long: return decimal(in: -1...1)
    case .saturated: return [-1, 1, decimal(in: -1...1)][index(below: 3)]
    }
  }

  /// A factor that makes a vector much shorter, much longer or neither.
  mutating func stretch() -> Double { [0.01, 0.1, 1, 10, 100][index(below: 5)] }
}
