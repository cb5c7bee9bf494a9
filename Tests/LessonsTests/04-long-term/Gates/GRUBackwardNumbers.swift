import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on training a GRU: one unit, two steps, the last state as the loss.
let gruBackwardNumbers: LessonNumbers = {
  let x: [Vector] = [[1], [0]]
  let h0: Vector = [-0.5]
  func weights(bz: Double) -> GRUWeights {
    GRUWeights(Wz: [[1, -2]], Wr: [[0, 0]], bz: [bz], br: [0], Wh: [[1]], Wx: [[2]], bh: [0])
  }
  func loss(bz: Double) -> Double { gruTraces(h0, x, weights(bz: bz))[1].h[0] }

  let p = weights(bz: 1)
  let steps = gruTraces(h0, x, p)
  let h = [h0[0], steps[0].h[0]]
  let z = steps.map { $0.z[0] }
  let candidate = steps.map { $0.candidate[0] }
  let second = gruScoreGradients([1], [h[1]], steps[1], p)
  let dh1 = gruPreviousGradient([1], steps[1], second, p)
  let first = gruScoreGradients(dh1, h0, steps[0], p)
  let d = [first, second]
  let dh = [dh1[0], 1]
  let gradients = gruBackward(x, h0, p, [[0], [1]])
  func both(_ value: (Int) -> Double) -> [Double] { [value(0), value(1)] }

  return LessonNumbers(
    "gru-backward", given: ["0.5", "0.02", "1.01", "0.99", "0.25"],
    computed: [
      ("z", z), ("candidate", candidate), ("h", steps.map { $0.h[0] }),
      ("1 - z", both { 1 - z[$0] }),
      ("slope of the candidate", both { 1 - candidate[$0] * candidate[$0] }),
      ("candidate's gradient", both { dh[$0] * (1 - z[$0]) }),
      ("candidate's score", d.map { $0.dac[0] }),
      ("dz", both { dh[$0] * (h[$0] - candidate[$0]) }),
      ("slope of the gate", both { z[$0] * (1 - z[$0]) }),
      ("gate's score", d.map { $0.daz[0] }),
      ("kept", both { dh[$0] * z[$0] }),
      ("seen", both { d[$0].dac[0] * 0.5 }),
      ("what the candidate sees", both { h[$0] * 0.5 }),
      ("sent back", [dh1[0], gradients.dh0[0]]),
      ("dbz", [gradients.dbz[0]]),
      ("dWz", both { d[$0].daz[0] * h[$0] } + gradients.dWz.elements),
      ("dWh", [gradients.dWh[0, 0]]),
      ("dWr", gradients.dWr.elements),
      ("losses beside", [loss(bz: 1.01), loss(bz: 0.99), (loss(bz: 1.01) - loss(bz: 0.99)) / 0.02]),
    ])
}()
