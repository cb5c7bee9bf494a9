import LinearAlgebra

@testable import Solutions

/// The worked examples of the lesson on regularisation: two units with one mask, and a batch of three.
let regularisationNumbers: LessonNumbers = {
  let h0: Vector = [0.6, -0.4]
  let p = DropoutParameters(Wx: .zeros(2, 1), Wh: [[0.5, 1], [-1, 0.5]], bh: [0, 0], Wy: .zeros(2, 2), by: [0, 0])
  let inputs: [Vector] = [[0], [0]]
  var dropped = evaluationMasks(1, 2)
  let plain = droppedStates(inputs, h0, dropped, p)
  dropped.mh = dropoutMask([0.31, 0.85], 0.8)
  let masked = droppedStates(inputs, h0, dropped, p)

  let fromState: [Vector] = [[1], [2], [6]]
  let fromInput: [Vector] = [[200], [100], [300]]
  let sums = zip(fromState, fromInput).map { $0 + $1 }
  func standard(_ a: [Vector]) -> [Double] { batchNormalised(a, [1], 0).map { $0[0] } }
  let gradients = batchNormGradients([[1], [0], [0]], fromState, [1], 0)
  let far: [Vector] = [[1e8], [1e8 + 1], [1e8 + 2]]
  let cancelled = batchMean(far.map { $0 .* $0 })[0] - batchMean(far)[0] * batchMean(far)[0]

  return LessonNumbers(
    "regularisation",
    given: [
      "0.8", "20", "32", "2016", "0.5", "0.6", "0.4", "0.31", "0.85", "0.1", "100", "200", "300", "10", "100000000",
      "100000001", "100000002", "1e16",
    ],
    computed: [
      ("survival and growth", [pow(0.8, 20), pow(1.25, 20), 1 / 0.8]),
      ("mask", [dropped.mh[0]]),
      ("what Wh reads", [1.25 * h0[0], 1.25 * masked[1][0]]),
      ("plain states", [plain[1][0], plain[1][1], plain[2][0], plain[2][1]]),
      ("masked states", [masked[1][0], masked[1][1], masked[2][0], masked[2][1]]),
      ("variances", [batchVariance(fromState)[0], batchVariance(fromInput)[0]]),
      ("apart", standard(fromState) + standard(fromInput).dropFirst()),
      ("sums", sums.map { $0[0] }),
      ("together", standard(sums)),
      ("gradient", gradients.da.map { $0[0] } + [gradients.dgamma[0]]),
      ("variance of three neighbours", [batchVariance(far)[0], cancelled]),
      ("all dropped", [pow(0.5, 4)]),
    ])
}()
