internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What generating text must satisfy.
@Sendable func generationChecks() -> ExerciseChecks {
  ExerciseChecks("generation", readingChecks() + choosingChecks() + [distributionCheck()] + writingChecks())
}

private func readingChecks() -> [Check] {
  [
    .agreement(
      "h_t and z_t after reading a word", points: 2, Function("generatorStep", generatorStep), ["word", "h", "p"],
      plan: .withoutTime
    ) { g in
      let model = g.model()
      return [model.seed[0], model.h0, model.p]
    },

    .agreement(
      "what the words of the seed leave", points: 2, Function("readSeed", readSeed), ["seed", "h0", "p"],
      plan: .withoutTime
    ) { g in
      let model = g.model()
      return [model.seed, model.h0, model.p]
    },
  ]
}

private func choosingChecks() -> [Check] {
  [
    .agreement(
      "the word with the largest score, the first of several", points: 1, Function("greedyWord", greedyWord), ["z"],
      plan: CasePlan(small: 10, general: 12, long: 0)
    ) { g in
      var z = g.extremes(g.dimension(atLeast: 2))
      // Equal scores, and scores that are all negative, in some of the cases.
      if g.index(below: 2) == 0 {
        let best = greedyWord(z)
        z[(best + g.integer(in: 1...z.count - 1)) % z.count] = z[best]
      }
      if g.index(below: 2) == 0 { z = z - Vector(repeating: 2048, count: z.count) }
      return [z]
    },

    .agreement(
      "softmax(z / tau)", points: 2, Function("temperatureDistribution", temperatureDistribution), ["z", "tau"],
      plan: .manyExtremes
    ) { g in
      let V = g.dimension(atLeast: 2)
      return [g.extremes(V), g.temperature()]
    },

    .agreement(
      "the first word at which the probabilities add up to more than u", points: 3,
      Function("sampledWord", sampledWord), ["p", "u"], plan: CasePlan(tiny: 4, small: 14, general: 12, long: 0)
    ) { g in
      switch g.size {
      case .tiny, .small:
        return g.exactDraw(g.dimension(atLeast: 2))
      case .general, .saturated, .long:
        let V = g.dimension(atLeast: 2)
        let p = softmax(g.extremes(V))
        return [p, g.number(clearOf: p)]
      }
    },

    .agreement(
      "how often each word is drawn", points: 1, Function("sampledCounts", sampledCounts), ["p", "u"],
      plan: CasePlan(saturated: 2)
    ) { g in
      let V = g.dimension(atLeast: 2)
      let p = softmax(g.scores(V))
      return [p, (0..<3 * g.length()).map { _ in g.number(clearOf: p) }]
    },
  ]
}

/// The uniform numbers come from a seed of their own and are the same in every run, so that no bad luck fails right work.
private func distributionCheck() -> Check {
  .agreement(
    "thousands of words, drawn with evenly spread numbers, fit the probabilities (chi-square)", points: 2,
    Function("sampledCounts", sampledCounts), ["p", "u"],
    plan: CasePlan(tiny: 1, small: 2, general: 4, saturated: 0, long: 0)
  ) { g in
    let V = g.dimension(atLeast: 2)
    let p = softmax(g.vector(V))
    var uniform = CaseGenerator(seed: 20_240_222, size: .general)
    return [p, (0..<4000).map { _ in Double(uniform.bits() >> 11) * 0x1p-53 }]
  }.comparing { result, arguments in
    .text(fits(result, arguments) ? "counts that fit" : "counts that do not fit the probabilities")
  }
}

/// Whether counts pass a chi-square test against the probabilities that they were drawn from.
private func fits(_ result: Value, _ arguments: [Value]) -> Bool {
  guard case .list(let items) = result, case .vector(let p) = arguments[0], case .list(let u) = arguments[1],
    items.count == p.count
  else { return false }
  let counts = items.compactMap { item in if case .integer(let count) = item { count } else { nil } }
  return counts.count == items.count && counts.reduce(0, +) == u.count
    && ChiSquare.accepts(counts, expected: p.map { Double(u.count) * $0 })
}

private func writingChecks() -> [Check] {
  [
    .agreement(
      "the greedy continuation: what is written, and when it stops", points: 3,
      Function("greedyText", greedyText), ["seed", "h0", "p", "eos", "length"], plan: CasePlan(small: 10, general: 12)
    ) { g in
      while true {
        let model = g.model()
        let length = g.textLength()
        // What hangs on rounding is drawn anew.
        guard clear(model.seed, model.h0, model.p, length) else { continue }
        let text = greedyText(model.seed, model.h0, model.p, -1, length)
        return [model.seed, model.h0, model.p, g.end(of: text, model.p.by.count), length]
      }
    },

    .agreement(
      "a sampled continuation: what is drawn, and when it stops", points: 4,
      Function("sampledText", sampledText), ["seed", "h0", "p", "tau", "eos", "u"],
      plan: CasePlan(small: 10, general: 12)
    ) { g in
      let model = g.model()
      let tau = g.temperature()
      // The numbers are drawn one by one, each clear of the bounds that it will meet.
      var u: [Double] = []
      var step = readSeed(model.seed, model.h0, model.p)
      for _ in 0..<g.textLength() {
        let p = temperatureDistribution(step.z, tau)
        u.append(g.number(clearOf: p))
        step = generatorStep(sampledWord(p, u[u.count - 1]), step.h, model.p)
      }
      let text = sampledText(model.seed, model.h0, model.p, tau, -1, u)
      return [model.seed, model.h0, model.p, tau, g.end(of: text, model.p.by.count), u]
    },
  ]
}

/// Whether every greedy choice on the way is made by scores that are clearly apart.
private func clear(_ seed: [Int], _ h0: Vector, _ p: GeneratorParameters, _ length: Int) -> Bool {
  var step = readSeed(seed, h0, p)
  for _ in 0..<length {
    let word = greedyWord(step.z)
    guard step.z.indices.allSatisfy({ $0 == word || step.z[$0] < step.z[word] - 1e-6 }) else { return false }
    step = generatorStep(word, step.h, p)
  }
  return true
}

extension CaseGenerator {
  /// A network and a seed for it; the initial state is not zero.
  fileprivate mutating func model() -> (seed: [Int], h0: Vector, p: GeneratorParameters) {
    let sizes = dimensions(1, 2)
    let (H, V) = (sizes[0], sizes[1])
    let p = GeneratorParameters(
      Wx: weights(H, V), Wh: weights(H, H), bh: weights(H), Wy: weights(V, H),
      by: size == .saturated ? extremes(V) : weights(V))
    return (indices(size == .tiny ? 1 : integer(in: 1...3), below: V), activations(H), p)
  }

  /// A temperature above 0; high ones where scores are extreme, so that they do not all come to 0 or 1.
  fileprivate mutating func temperature() -> Double {
    switch size {
    case .tiny, .small: [0.5, 1, 2][index(below: 3)]
    case .general, .long: decimal(in: 0.1...5)
    case .saturated: [50, 0.1, 1, 200][ordinal / 3 % 4]  // each of extremes meets small and large ones
    }
  }

  /// The end-of-sentence word, of `V` words, where `text` is what would be written if there were none.
  ///
  /// Drawn at random it mostly stands near the beginning, and what goes wrong behind the first words would not show. So
  /// it is the word that comes last in some cases, and one that never comes, if there is one, in others.
  fileprivate mutating func end(of text: [Int], _ V: Int) -> Int {
    let drawn = index(below: V)
    let firstPlaces = (0..<V).map { text.firstIndex(of: $0) ?? text.count }
    let candidates = ordinal % 3 == 1 ? (0..<V).filter { firstPlaces[$0] < text.count } : Array(0..<V)
    guard ordinal % 3 > 0, let latest = candidates.map({ firstPlaces[$0] }).max() else { return drawn }
    return candidates.first { firstPlaces[$0] == latest } ?? drawn
  }

  fileprivate mutating func textLength() -> Int {
    switch size {
    case .tiny: 2
    case .small: integer(in: 0...4)
    case .general, .saturated: integer(in: 4...12)
    case .long: 30
    }
  }

  /// Probabilities in sixteenths, which add up without rounding, and a number that lies on a bound, beyond them all
  /// because they fall short of 1, or anywhere.
  fileprivate mutating func exactDraw(_ count: Int) -> [Any] {
    let kind = index(below: 3)
    var p = Vector.zeros(count)
    for _ in 0..<(kind == 1 ? 15 : 16) { p[index(below: count)] += 1.0 / 16 }
    if count > 2 && (kind == 1 || index(below: 2) == 0) {
      // The last word, or the first, becomes impossible.
      let word = kind == 1 ? count - 1 : 0
      p[1] += p[word]
      p[word] = 0
    }
    let bounds = p.indices.map { Vector(p.prefix($0)).sum }
    let u = [bounds[index(below: count)], 15.0 / 16, Double(index(below: 16)) / 16][kind]
    return [p, min(u, 15.0 / 16)]
  }

  /// A number from 0 to 1 that is no bound between two words, and not near one.
  fileprivate mutating func number(clearOf p: Vector) -> Double {
    while true {
      let u = decimal(in: 0...0.999)
      var bounds = [0.0]
      for probability in p { bounds.append(bounds[bounds.count - 1] + probability) }
      if bounds.dropFirst().allSatisfy({ abs($0 - u) > 1e-6 }) { return u }
    }
  }
}
