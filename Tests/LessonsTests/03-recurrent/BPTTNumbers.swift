import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on backpropagation through time: one unit, two words, two steps.
let bpttNumbers: LessonNumbers = {
  let x: [Vector] = [[-0.5], [0.1]]
  let y = [0, 1]
  let h0: Vector = [0.5]
  func parameters(Wh: Double) -> RNNParameters {
    RNNParameters(Wx: [[1]], Wh: [[Wh]], bh: [0], Wy: [[1], [0]], by: [0, 0])
  }
  func loss(Wh: Double) -> Double { sequenceLoss(rnnForward(x, h0, parameters(Wh: Wh)).z, y) }

  let p = parameters(Wh: 2)
  let states = rnnForward(x, h0, p)
  let h = states.h.map { $0[0] }
  let dz = (0..<2).map { scoreGradient(states.z[$0], y[$0]) }
  let dh2 = stateGradient(dz[1], [0], p.Wy, p.Wh)
  let da2 = preActivationGradient(dh2, states.h[2])
  let dh1 = stateGradient(dz[0], da2, p.Wy, p.Wh)
  let da1 = preActivationGradient(dh1, states.h[1])
  let gradients = bptt(x, y, h0, p)
  let cutOff = preActivationGradient(stateGradient(dz[0], [0], p.Wy, p.Wh), states.h[1])[0]

  return LessonNumbers(
    "bptt", given: ["0.5", "0.5000", "0.1", "2.01", "1.99", "0.02"],
    computed: [
      ("a", [2 * h[0] + x[0][0], 2 * h[1] + x[1][0]]),
      ("h", [h[1], h[2]]),
      ("softmax", (0..<2).flatMap { t in (0..<2).map { softmax(states.z[t])[$0] } }),
      ("loss of a step", (0..<2).map { sequenceLoss([states.z[$0]], [y[$0]]) }),
      ("loss", [loss(Wh: 2)]),
      ("dz", (0..<2).flatMap { [dz[$0][0], dz[$0][1]] }),
      ("from the future", [2 * da2[0]]),
      ("dh", [dh1[0], dh2[0]]),
      ("slope", [1 - h[1] * h[1], 1 - h[2] * h[2]]),
      ("da", [da1[0], da2[0]]),
      ("dWh", [da1[0] * h[0], da2[0] * h[1], gradients.dWh[0, 0]]),
      ("dWx", [da1[0] * x[0][0], da2[0] * x[1][0], gradients.dWx[0, 0]]),
      ("dbh", [gradients.dbh[0]]),
      ("dWy", [dz[0][0] * h[1], dz[1][0] * h[2], gradients.dWy[0, 0], gradients.dWy[1, 0]]),
      ("dby", [gradients.dby[0], gradients.dby[1]]),
      ("dh0", [gradients.dh0[0]]),
      ("losses beside", [loss(Wh: 2.01), loss(Wh: 1.99), (loss(Wh: 2.01) - loss(Wh: 1.99)) / 0.02]),
      ("without the future", [cutOff, cutOff * h[0], cutOff * h[0] + da2[0] * h[1]]),
    ])
}()
