import Figures
import Foundation
import LinearAlgebra

@testable import Solutions

/// Three words in two dimensions, one pair under both losses; noise and costs.
let withoutTheFullSoftmaxNumbers: LessonNumbers = {
  let v: Vector = [1, -1]
  let U: Matrix = [[1, 0], [0, 1], [1, 1]]
  let z = U * v
  let yHat = softmax(z)
  let full = softmaxGradients(v, U, 0)
  let sampled = samplingGradients(v, U, 0, [2, 2])
  let target = -log(sigmoid(z[0]))
  let negative = -log(sigmoid(-z[2]))

  let counts = [81, 16, 1]
  let noise = noiseWeights(counts, 0.75)
  let p = noiseDistribution(counts, 0.75)
  let others = negativeDistribution(p, 0)
  let measured = SoftmaxCost.measured()

  return LessonNumbers(
    "without-the-full-softmax",
    given: ["300", "10", "0.75", "81", "16", "1000", "0.5"],
    computed: [
      ("multiplications of a pair", [3 * 1e6 * 300]),
      ("exponentials", [exp(z[0]), exp(z[1]), exp(z[0]) + exp(z[1]) + exp(z[2])]),
      ("softmax", [yHat[0], yHat[1], yHat[2]]),
      ("softmax loss", [softmaxLoss(v, U, 0)]),
      ("softmax derivatives", [yHat[0] - 1, full.dv[0], full.dv[1], full.dU[0, 0], full.dU[1, 0], full.dU[2, 0]]),
      ("sigmoids", [sigmoid(z[0]), sigmoid(z[2])]),
      ("sampling loss", [target, negative, samplingLoss(v, U, 0, [2, 2])]),
      ("sampling derivatives", [sigmoid(z[0]) - 1, sampled.dv[0], sampled.dU[0].gradient[0]]),
      ("noise", [noise[0]] + p.elements), ("sum of the weights", [noise.sum]),
      ("frequencies", counts.map { Double($0) / Double(counts.reduce(0, +)) }),
      ("bounds", noiseBounds(p).dropLast().map { $0 }), ("without the target", [others[1], others[2]]),
      ("rows that change", [measured[0].softmax, measured[measured.count - 1].softmax].map(Double.init)),
      ("looks", [log2(1e5).rounded(.up)]),
      ("words", [1e4, 1e6]),
    ])
}()
