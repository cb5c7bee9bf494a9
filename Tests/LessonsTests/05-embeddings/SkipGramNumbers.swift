import LinearAlgebra

@testable import Solutions

/// A text of three words with the tables of the lesson before.
let skipGramNumbers: LessonNumbers = {
  let p = SkipGramTables(W: [[1, 0], [0, 2], [-1, 1]], U: [[1, 1], [0, 1], [1, -1]])
  let text = [0, 1, 2]
  let windows = [[1], [0, 2], [1]]
  let z = text.map { skipGramScores($0, p) }
  let dz = text.map { skipGramScoreGradient(z[$0], windows[$0]) }
  let dv = dz.map { skipGramCentreGradient($0, p.U) }
  let logarithms = skipGramPairs(text, 1).map { skipGramLogProbability($0.outside, $0.centre, p) }
  let gradients = skipGramGradients(text, 1, p)

  return LessonNumbers(
    "skip-gram", given: [],
    computed: [
      ("softmax", z.flatMap { softmax($0).elements }), ("dz", dz.flatMap(\.elements)), ("dv", dv.flatMap(\.elements)),
      ("logarithms", logarithms), ("their sum", [logarithms.reduce(0, +)]), ("J", [skipGramObjective(text, 1, p)]),
      ("L", [skipGramLoss(text, 1, p)]), ("row 1 of dW", gradients.dW[row: 1].elements),
      ("row 2 of dU", gradients.dU[row: 2].elements),
    ])
}()
