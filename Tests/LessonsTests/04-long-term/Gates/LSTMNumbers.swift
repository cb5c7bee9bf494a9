import LinearAlgebra

@testable import Solutions

/// The worked sequence of the lesson on the LSTM, its figure, and the cell's derivative for a single unit.
let lstmNumbers: LessonNumbers = {
  let p = LSTMParameters(
    Wf: [[0, -8]], Wi: [[0, 8]], Wo: [[0, 0]], Wc: [[0.5, 2]], bf: [4], bi: [-4], bo: [2], bc: [0])
  let initial = LSTMState(h: [0], c: [-1])
  let states = lstmSequence(initial, [[1]] + Array(repeating: [0], count: 29), p)
  func gates(_ h: Vector, _ x: Vector) -> [Vector] {
    [lstmForgetGate(h, x, p), lstmInputGate(h, x, p), lstmOutputGate(h, x, p), lstmCandidate(h, x, p)]
  }
  let store = gates(initial.h, [1])
  let hold = gates(states[0].h, [0])

  let (c, o, f, i, candidate) = (0.5, 0.9, 0.9, 0.6, 0.3)
  let weights: [Double] = [1, 1, -2]
  let slopes = [f * (1 - f), i * (1 - i), 1 - candidate * candidate]
  let ways = zip(zip([c, candidate, i], slopes), weights).map { $0.0 * $0.1 * $1 }
  let shown = o * (1 - tanh(c) * tanh(c))

  return LessonNumbers(
    "lstm", given: ["0.5", "0.9", "0.6", "0.3", "0.98", "100", "1997", "2000"],
    computed: [
      ("store", store.map { $0[0] }),
      ("c_1", [store[0][0] * initial.c[0], store[1][0] * store[3][0], states[0].c[0]]),
      ("h_1", [tanh(states[0].c[0]), states[0].h[0]]),
      ("hold", [0.5 * states[0].h[0]] + hold.map { $0[0] }),
      ("c_2", [hold[0][0] * states[0].c[0], hold[1][0] * hold[3][0], states[1].c[0]]),
      ("h_2", [tanh(states[1].c[0]), states[1].h[0]]),
      ("the figure", [states[29].c[0]]),
      ("slopes", slopes),
      ("ways", ways + [ways.reduce(0, +)]),
      ("the slope of what is shown", [shown]),
      ("the whole derivative", [f + ways.reduce(0, +) * shown]),
      ("fading", [(0..<100).reduce(1.0) { result, _ in result * 0.98 }]),
    ])
}()
