import Foundation
import LinearAlgebra

@testable import Solutions

/// Three words in two dimensions, one pair under both losses; noise, a Huffman tree, subsampling and costs.
let withoutTheFullSoftmaxNumbers: LessonNumbers = {
  let v: Vector = [1, -1]
  let U: Matrix = [[1, 0], [0, 1], [1, 1]]
  let z = U * v
  let yHat = softmax(z)
  let full = softmaxGradients(v, U, 0)
  let sampled = samplingGradients(v, U, 0, [2, 2])
  let target = -log(sigmoid(z[0]))
  let negative = -log(sigmoid(-z[2]))

  let noise = [81.0, 16, 1].map { pow($0, 0.75) }
  let counts = [81.0, 16, 1]
  func kept(_ frequency: Double) -> Double { min(1, sqrt(1e-5 / frequency)) }

  return LessonNumbers(
    "without-the-full-softmax",
    given: ["300", "10", "20", "0.75", "81", "16", "1000", "0.5"],
    computed: [
      ("multiplications of a pair", [3 * 1e6 * 300]),
      ("exponentials", [exp(z[0]), exp(z[1]), exp(z[0]) + exp(z[1]) + exp(z[2])]),
      ("softmax", [yHat[0], yHat[1], yHat[2]]),
      ("softmax loss", [softmaxLoss(v, U, 0)]),
      ("softmax derivatives", [yHat[0] - 1, full.dv[0], full.dv[1], full.dU[0, 0], full.dU[1, 0], full.dU[2, 0]]),
      ("sigmoids", [sigmoid(z[0]), sigmoid(z[2])]),
      ("sampling loss", [target, negative, samplingLoss(v, U, 0, [2, 2])]),
      ("sampling derivatives", [sigmoid(z[0]) - 1, sampled.dv[0], sampled.dU[0].gradient[0]]),
      ("noise", noise[..<1] + noise.map { $0 / noise.reduce(0, +) }),
      ("sum of the weights", [noise.reduce(0, +)]),
      ("frequencies", counts.map { $0 / counts.reduce(0, +) }),
      ("Huffman", [(8 * 1 + 4 * 2 + 2 * 3 + 2 * 3) / 16]),
      ("kept, in per cent", [100 * kept(0.05), 100 * kept(1e-3)]),
      ("steps of a tree", [log2(1e6), log2(1e4).rounded(.down), log2(1e4).rounded(.up)]),
      ("words", [1e4, 1e6]),
    ])
}()
