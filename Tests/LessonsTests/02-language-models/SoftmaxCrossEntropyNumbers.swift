import LinearAlgebra

@testable import Solutions

/// The three words of the lesson on softmax and cross-entropy.
let softmaxCrossEntropyNumbers: LessonNumbers = {
  let z: Vector = [2, 1, 0]
  let powers = exp(z)
  let yHat = wordProbabilities(z)
  let logYHat = logWordProbabilities(z)
  let dz = crossEntropyGradient(z, [0, 1, 0])
  let losses = (0..<3).map { wordLoss(z, $0) }
  let (above, below) = (wordLoss([2, 1.01, 0], 1), wordLoss([2, 0.99, 0], 1))
  let shifted = exp(shiftedScores(z))

  return LessonNumbers(
    "softmax-cross-entropy",
    given: ["1.8e308", "12", "11", "10", "1000", "710", "800", "1.01", "0.99", "0.02", "0.5", "400", "0.9"],
    computed: [
      ("e", [exp(1)]), ("powers", [powers[0], powers[1]]), ("sum", [powers.sum]),
      ("softmax", yHat.elements), ("the same", wordProbabilities([12, 11, 10]).elements),
      ("the smallest", [Double.leastNonzeroMagnitude]),
      ("shifted powers", [shifted[1], shifted[2]]), ("log normaliser", [logNormaliser(z)]),
      ("log softmax", logYHat.elements), ("losses", losses), ("knowing nothing", [log(3)]),
      ("entropy", [crossEntropy(z, yHat)]), ("Jacobian", softmaxJacobian(z)[row: 0].elements),
      ("dz", dz.elements), ("losses beside", [above, below, (above - below) / 0.02]),
      ("entropy of a coin", [crossEntropy([0, 0, -1000], [0.5, 0.5, 0])]), ("minus the logarithm", [400 * log(10)]),
    ])
}()
