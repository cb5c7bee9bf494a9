import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on training an LSTM: one unit stores, then holds; the last state is the loss.
let lstmBackwardNumbers: LessonNumbers = {
  let x: [Vector] = [[1], [0]]
  let p = LSTMWeights(
    Wf: [[0, -8]], Wi: [[0, 8]], Wo: [[0, 0]], Wc: [[0.5, 2]], bf: [4], bi: [-4], bo: [2], bc: [0])
  func loss(c0: Double) -> Double { lstmTraces([0], [c0], x, p)[1].h[0] }

  let steps = lstmTraces([0], [-1], x, p)
  let slope = steps.map { 1 - tanh($0.c[0]) * tanh($0.c[0]) }
  let dc2 = lstmCellGradient([1], [0], steps[1].o, steps[1].c)
  let second = lstmScoreGradients([1], dc2, steps[0].c, steps[1])
  let dh1 = lstmHiddenGradient(second, p)
  let carried = lstmCarriedGradient(dc2, steps[1].f)
  let dc1 = lstmCellGradient(dh1, carried, steps[0].o, steps[0].c)
  let first = lstmScoreGradients(dh1, dc1, [-1], steps[0])
  let gradients = lstmBackward(x, [0], [-1], p, [[0], [1]])
  func numbers(_ d: LSTMScoreGradients) -> [Double] { [d.daf[0], d.dai[0], d.dao[0], d.dac[0]] }

  return LessonNumbers(
    "lstm-backward", given: ["0.5", "0.99", "1.01", "0.02", "100"],
    computed: [
      ("gates", steps.flatMap { [$0.f[0], $0.i[0], $0.o[0], $0.candidate[0]] }),
      ("cells and states", steps.flatMap { [$0.c[0], $0.h[0]] }),
      ("squashed cell", [tanh(steps[1].c[0])]),
      ("slopes", slope),
      ("dc", [dc2[0], dc1[0]]),
      ("scores of step 2", numbers(second)),
      ("scores of step 1", numbers(first)),
      ("slope of the gates", [steps[1].f[0] * steps[1].i[0], steps[1].o[0] * (1 - steps[1].o[0])]),
      ("slope of the candidate", [1 - steps[1].candidate[0] * steps[1].candidate[0]]),
      ("dh_1", [dh1[0]]),
      ("carried", [carried[0]]),
      ("from the hidden state", [dc1[0] - carried[0]]),
      ("dh_0 and dc_0", [gradients.dh0[0], gradients.dc0[0]]),
      ("sums", [gradients.dbf[0], gradients.dbc[0]] + gradients.dWc.elements),
      ("losses beside", [loss(c0: -0.99), loss(c0: -1.01), (loss(c0: -0.99) - loss(c0: -1.01)) / 0.02]),
    ])
}()
