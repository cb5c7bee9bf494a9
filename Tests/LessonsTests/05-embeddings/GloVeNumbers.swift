import Foundation
import LinearAlgebra

@testable import Solutions

/// The ratios of ice and steam, the weighting, and an example of two words in two dimensions.
let gloveNumbers: LessonNumbers = {
  let X: Matrix = [[0, 1], [1, 16]]
  let p = GloVeParameters(W: [[1, 0], [1, 1]], C: [[1, 0], [0, 2]], b: [0.5, 0], c: [0, 0.5])
  let e11 = glovePairError(p.W[row: 1], p.C[row: 1], p.b[1], p.c[1], 16)
  let e01 = glovePairError(p.W[row: 0], p.C[row: 1], p.b[0], p.c[1], 1)
  let f1 = gloveWeight(1, 16, 0.75)
  let g = gloveGradients(X, p, 16, 0.75)

  let settings = GloVeSettings(xMax: 16, alpha: 0.75, rate: 0.05)
  let ones = GloVeTables(W: [[1, 1], [1, 1]], C: [[1, 1], [1, 1]], b: [1, 1], c: [1, 1])
  let start = GloVeTraining(p: GloVeTables(W: p.W, C: p.C, b: p.b, c: p.c), G: ones)
  let pair = countedPairs(X)[0]
  let next = trainedOnPair(start, pair, settings)
  let (q, G) = (next.p, next.G)
  let pairSlopes = pairGradients(p.W[row: 0], p.C[row: 1], p.b[0], p.c[1], pair.count, settings)

  return LessonNumbers(
    "glove",
    given: ["8.9", "0.085", "1.36", "0.96", "100", "0.75", "10", "50", "16", "0.5", "0.05"],
    computed: [
      ("weights", [1.0, 10, 50].map { gloveWeight($0, 100, 0.75) }),
      ("log 16", [log(16)]), ("e11", [p.c[1] + 2, e11]),
      ("loss", [f1 * e01 * e01, e11 * e11, gloveLoss(X, p, 16, 0.75)]),
      ("derivatives", [2 * f1 * e01, 2 * e11]),
      ("gradients of the pair", [pairSlopes.dw[1], pairSlopes.dc[0], pairSlopes.db]),
      ("sums of squares", [pairSlopes.db * pairSlopes.db, G.W[0, 1], G.C[1, 0], G.b[0], G.c[1]]),
      ("after a step", [q.W[0, 1], q.C[1, 0], q.b[0], q.c[1]]),
      ("the pair's error", [glovePairError(q.W[row: 0], q.C[row: 1], q.b[0], q.c[1], 1)]),
      ("gradients", [g.dW[1, 0], g.dW[1, 1], g.dC[1, 0], g.dC[1, 1], g.db[0], g.db[1], g.dc[1]]),
    ])
}()
