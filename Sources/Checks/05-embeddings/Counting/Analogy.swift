internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What solving analogies must satisfy.
@Sendable func analogyChecks() -> ExerciseChecks {
  ExerciseChecks("analogy", targetChecks() + answerChecks() + measureChecks())
}

private func targetChecks() -> [Check] {
  [
    .agreement(
      "e_b - e_a + e_c", points: 2, Function("analogyTarget", analogyTarget), ["E", "a", "b", "c"], plan: .withoutTime
    ) { g in
      let (E, questions) = g.relations()
      return [E, questions[0].a, questions[0].b, questions[0].c]
    },

    .agreement(
      "the cosine of each word with the target", points: 2, Function("analogyScores", analogyScores),
      ["E", "target"], plan: .withoutTime
    ) { g in
      let (E, questions) = g.relations()
      return [E, analogyTarget(E, questions[0].a, questions[0].b, questions[0].c)]
    },
  ]
}

private func answerChecks() -> [Check] {
  [
    .agreement(
      "the largest score, some words left out", points: 2, Function("bestRemaining", bestRemaining),
      ["scores", "excluded"], plan: CasePlan(small: 8, general: 12, saturated: 0, long: 0)
    ) { g in
      let V = g.dimension(atLeast: 3)
      var scores = g.vector(V)
      if g.index(below: 2) == 0 { scores = scores - Vector(repeating: 4, count: V) }
      let excluded = g.index(below: 2) == 0 ? [bestRemaining(scores, [])] : g.indices(V - 2, below: V)
      // Equal scores among those that remain, in half of the cases.
      let best = bestRemaining(scores, excluded)
      let others = scores.indices.filter { $0 != best && !excluded.contains($0) }
      if g.index(below: 2) == 0 { scores[others[g.index(below: others.count)]] = scores[best] }
      return [scores, excluded]
    },

    .agreement(
      "d, the word nearest to e_b - e_a + e_c but none of the three", points: 3,
      Function("solvedAnalogy", solvedAnalogy), ["E", "a", "b", "c"], plan: CasePlan(small: 10, general: 14, long: 0)
    ) { g in
      let (E, questions) = g.relations()
      return [E, questions[0].a, questions[0].b, questions[0].c]
    },
  ]
}

private func measureChecks() -> [Check] {
  [
    .agreement(
      "the rank of the right answer", points: 2, Function("answerRank", answerRank), ["E", "question"],
      plan: CasePlan(small: 8, general: 12, long: 0)
    ) { g in
      let (E, questions) = g.relations()
      return [E, questions[0]]
    },

    .agreement(
      "the share of the questions that are solved", points: 2, Function("analogyAccuracy", analogyAccuracy),
      ["E", "questions"], plan: CasePlan(small: 8, general: 10, long: 0)
    ) { g in
      let (E, questions) = g.relations()
      return [E, questions]
    },

    .agreement(
      "cos(e_b - e_a, e_d - e_c)", points: 1, Function("stepCosine", stepCosine), ["E", "question"],
      plan: .withoutTime
    ) { g in
      let (E, questions) = g.relations()
      return [E, questions[0]]
    },
  ]
}

extension CaseGenerator {
  /// A table with pairs of words that are a step apart, some words besides, and questions about it.
  ///
  /// In some cases a word that the first question mentions lies nearest to the target. No answer hangs on rounding.
  fileprivate mutating func relations() -> (E: Matrix, questions: [AnalogyQuestion]) {
    while true {
      var (E, questions) = tableWithRelations()
      let first = questions[0]
      switch index(below: 6) {
      case 0: lead(&E, first, to: first.a)
      case 1: lead(&E, first, to: first.b)
      case 2: E[row: first.b] = E[row: first.a] + 0.125 * (E[row: first.b] - E[row: first.a])
      default: break
      }
      if questions.allSatisfy({ isClear(E, $0) }) { return (E, questions) }
    }
  }

  /// Moves the third word of the question so that the target lies in the direction of `word`.
  private func lead(_ E: inout Matrix, _ question: AnalogyQuestion, to word: Int) {
    E[row: question.c] = 1.5 * E[row: word] - (E[row: question.b] - E[row: question.a])
  }

  /// Whether the words' vectors, the steps and the target have a direction, and no two words are equally good answers.
  private func isClear(_ E: Matrix, _ question: AnalogyQuestion) -> Bool {
    let target = analogyTarget(E, question.a, question.b, question.c)
    let steps = [E[row: question.b] - E[row: question.a], E[row: question.d] - E[row: question.c]]
    let vectors = (0..<E.rows).map { E[row: $0] } + steps + [target]
    return vectors.allSatisfy { $0.norm > 0.05 } && isRankingClear(analogyScores(E, target))
  }

  private mutating func tableWithRelations() -> (E: Matrix, questions: [AnalogyQuestion]) {
    let isTiny = size == .tiny
    let (pairs, D) = (isTiny || size == .small ? 2 : integer(in: 2...3), isTiny ? 2 : integer(in: 2...5))
    let V = 2 * pairs + integer(in: 1...(isTiny ? 1 : 3))
    let step = vector(D)
    let isRandom = index(below: 3) == 0
    var E = matrix(V, D)
    if !isRandom {
      for pair in 0..<pairs {
        let away = size == .small || isTiny ? Vector.zeros(D) : vector(D, in: -0.3...0.3)
        E[row: 2 * pair + 1] = E[row: 2 * pair] + 0.5 * step + away
      }
    }
    // The rows in another order, so that an answer does not stand behind its question.
    var places = Array(0..<V)
    for last in places.indices.dropFirst().reversed() { places.swapAt(last, index(below: last + 1)) }
    var shuffled = E
    for row in 0..<V { shuffled[row: places[row]] = E[row: row] }
    let questions = (0..<integer(in: 1...(isTiny ? 2 : 4))).map { _ in
      let first = index(below: pairs)
      let second = (first + integer(in: 1...pairs - 1)) % pairs
      return AnalogyQuestion(
        a: places[2 * first], b: places[2 * first + 1], c: places[2 * second], d: places[2 * second + 1])
    }
    return (shuffled, questions)
  }
}
