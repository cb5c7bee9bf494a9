internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What drawing negatives must satisfy.
@Sendable func noiseDistributionChecks() -> ExerciseChecks {
  ExerciseChecks(
    "noise-distribution", distributionChecks() + [wordCheck(), costCheck()] + negativeChecks() + [chiSquareCheck()])
}

private func distributionChecks() -> [Check] {
  [
    .agreement(
      "the weights count^alpha", points: 2, Function("noiseWeights", noiseWeights), ["counts", "alpha"],
      plan: .withoutTime
    ) { g in
      [g.counts(), g.power()]
    },

    .agreement(
      "the weights divided by their sum", points: 2, Function("noiseDistribution", noiseDistribution),
      ["counts", "alpha"], plan: .withoutTime
    ) { g in
      [g.counts(), g.power()]
    },

    .agreement(
      "the bounds: running sums", points: 1, Function("noiseBounds", noiseBounds), ["p"], plan: .withoutTime
    ) { g in [g.noise()] },

    .agreement(
      "the distribution without the target", points: 2, Function("negativeDistribution", negativeDistribution),
      ["p", "target"], plan: .withoutTime
    ) { g in
      let p = g.noise()
      return [p, g.target(p)]
    },
  ]
}

private func wordCheck() -> Check {
  .agreement(
    "the first word whose bound exceeds u", points: 3, Function("noiseWord", noiseWord), ["bounds", "u"],
    plan: CasePlan(tiny: 4, small: 14, general: 12, saturated: 6, long: 0)
  ) { g in
    // Beyond the last bound, on one of them, or anywhere.
    let kind = g.index(below: 4)
    let bounds = g.bounds(isShort: kind == 0)
    let u: [Double] = [0.99, min(bounds[g.index(below: bounds.count)], 15.0 / 16), 0, g.decimal(in: 0...0.999)]
    return [bounds, u[kind]]
  }
}

/// A walk through all words takes a hundred times as long for a hundred times as many, halving less than twice as long.
private func costCheck() -> Check {
  .cost(
    "the cost of drawing a word does not grow in proportion to V", points: 1, Function("noiseWord", noiseWord),
    growing: "the vocabulary V", largeArgument: 0, from: 1000, to: 100_000, largestRatio: 4,
    large: { _, V in Vector((1...V).map { Double($0) / Double(V) }) },
    others: { g, _ in [g.decimal(in: 0.5...0.999)] })
}

private func negativeChecks() -> [Check] {
  [
    .agreement(
      "up to K negatives, the target left out", points: 4, Function("noiseNegatives", noiseNegatives),
      ["bounds", "target", "K", "u"], plan: CasePlan(small: 10, general: 12, saturated: 0, long: 0)
    ) { g in
      let p = g.noise()
      let numbers = g.size == .tiny ? 3 : g.integer(in: 0...9)
      return [noiseBounds(p), g.target(p), g.integer(in: 1...5), (0..<numbers).map { _ in g.decimal(in: 0...0.999) }]
    }
  ]
}

/// The uniform numbers come from a seed of their own and are the same in every run, so that no bad luck fails right work.
private func chiSquareCheck() -> Check {
  .agreement(
    "thousands of negatives fit their distribution, and none is the target (chi-square)", points: 2,
    Function("noiseNegatives", noiseNegatives), ["bounds", "target", "K", "u"],
    plan: CasePlan(tiny: 1, small: 2, general: 4, saturated: 0, long: 0)
  ) { g in
    let p = noiseDistribution(g.counts(), 0.75)
    var uniform = CaseGenerator(seed: 20_240_222, size: .general)
    let u = (0..<4000).map { _ in Double(uniform.bits() >> 11) * 0x1p-53 }
    return [noiseBounds(p), g.target(p), 4000, u]
  }.comparing { result, arguments in
    .text(fits(result, arguments) ? "negatives that fit" : "negatives that do not fit their distribution")
  }
}

/// Whether negatives, and how many numbers fell on the target, pass a chi-square test.
private func fits(_ result: Value, _ arguments: [Value]) -> Bool {
  guard case .list(let items) = result, case .vector(let bounds) = arguments[0],
    case .integer(let target) = arguments[1], case .list(let u) = arguments[3], items.count <= u.count
  else { return false }
  var counts = [Int](repeating: 0, count: bounds.count)
  for item in items {
    guard case .integer(let word) = item, counts.indices.contains(word), word != target else { return false }
    counts[word] += 1
  }
  counts[target] = u.count - items.count
  let shares = counts.indices.map { bounds[$0] - ($0 == 0 ? 0 : bounds[$0 - 1]) }
  return ChiSquare.accepts(counts, expected: shares.map { Double(u.count) * $0 })
}

extension CaseGenerator {
  /// How often words were counted; at least two of them were.
  fileprivate mutating func counts() -> [Int] {
    let V = dimension(atLeast: 2)
    let isRound = size == .tiny || size == .small
    var counts = (0..<V).map { _ in
      isRound ? [1, 4, 16, 81][index(below: 4)] : [0, 1, integer(in: 2...60), integer(in: 61...5000)][index(below: 4)]
    }
    let first = index(below: V)
    for word in [first, (first + 1) % V] where counts[word] == 0 { counts[word] = 7 }
    return counts
  }

  /// The power: most often the customary one.
  fileprivate mutating func power() -> Double { [0.75, 0.75, 0.5, 1, 0.25, 1.5][index(below: 6)] }

  /// A noise distribution.
  fileprivate mutating func noise() -> Vector { noiseDistribution(counts(), power()) }

  /// A word with a probability below 1, often the likeliest.
  fileprivate mutating func target(_ p: Vector) -> Int {
    index(below: 2) == 0 ? p.indices.max { p[$0] < p[$1] } ?? 0 : index(below: p.count)
  }

  /// Bounds in sixteenths, with words of probability 0 among them; those that end short of 1 have one at the end.
  fileprivate mutating func bounds(isShort: Bool) -> Vector {
    let V = size == .saturated ? integer(in: 20...40) : dimension(atLeast: 2)
    var p = Vector.zeros(V)
    for _ in 0..<(isShort ? 15 : 16) { p[index(below: V)] += 1.0 / 16 }
    if V > 2 && (isShort || index(below: 2) == 0) {
      // The last word becomes impossible.
      p[1] += p[V - 1]
      p[V - 1] = 0
    }
    return noiseBounds(p)
  }
}
