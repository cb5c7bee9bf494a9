import LinearAlgebra

@testable import Solutions

/// Three words in two dimensions: a context of two words, and one in which a word stands twice.
let cbowNumbers: LessonNumbers = {
  func tables(_ moved: Double) -> CBOWTables {
    CBOWTables(W: [[1, 0], [0, moved], [-1, 1]], U: [[1, 1], [0, 1], [1, -1]])
  }
  let p = tables(2)
  let h = cbowMean([0, 1], p.W)
  let z = cbowScores(h, p.U)
  let dz = cbowScoreGradient(z, 2)
  let dh = cbowContextGradient(dz, p.U)
  let once = cbowGradients([0, 1], 2, p)

  let twice = [0, 1, 1]
  let dhTwice = cbowContextGradient(cbowScoreGradient(cbowScores(cbowMean(twice, p.W), p.U), 2), p.U)
  let repeated = cbowGradients(twice, 2, p)
  let (above, below) = (cbowLoss(twice, 2, tables(2.01)), cbowLoss(twice, 2, tables(1.99)))

  return LessonNumbers(
    "cbow", given: ["2013", "1.6", "2.01", "1.99", "0.02"],
    computed: [
      ("context", [h[0]]), ("scores", [z[0], z[2]]), ("exponentials", z.map { exp($0) }.elements),
      ("sum", [z.map { exp($0) }.sum]), ("softmax", softmax(z).elements), ("loss", [cbowLoss([0, 1], 2, p)]),
      ("dz", dz.elements), ("dh", dh.elements), ("half of dh", (dh / 2).elements),
      ("row 0 of dW", once.dW[row: 0].elements), ("row 1 of dW", once.dW[row: 1].elements),
      ("dU", once.dU.elements), ("loss with a repeated word", [cbowLoss(twice, 2, p)]),
      ("dh with a repeated word", dhTwice.elements), ("a third of it", (dhTwice / 3).elements),
      ("row 1 with a repeated word", repeated.dW[row: 1].elements), ("losses beside", [above, below]),
      ("difference", [(above - below) / 0.02]), ("the third forgotten", [2 * dhTwice[1]]),
    ])
}()
