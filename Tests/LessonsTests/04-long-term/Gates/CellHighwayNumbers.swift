import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on the ways through the cell, one unit over two steps, and its table.
let cellHighwayNumbers: LessonNumbers = {
  let w = HighwayWeights(Wf: [[1]], Wi: [[1]], Wo: [[2]], Wc: [[-2]])
  func step(_ f: Double, _ i: Double, _ o: Double, _ candidate: Double, from c: Double) -> HighwayStep {
    HighwayStep(f: [f], i: [i], o: [o], candidate: [candidate], c: [f * c + i * candidate])
  }
  let first = HighwayStep(f: [0], i: [0], o: [0.9], candidate: [0], c: [0.5])
  let one = step(0.9, 0.6, 0.8, 0.3, from: 0.5)
  let two = step(0.8, 0.5, 0.6, -0.4, from: one.c[0])
  let slopes = [first, one].map { shownSlope($0)[0] }
  let A = [cellByHidden(first.c, one, w)[0, 0], cellByHidden(one.c, two, w)[0, 0]]
  let C1 = cellJacobian(first, one, w)[0, 0]
  let O1 = outputPath(one, w)[0, 0]
  let parts = [slopes[1] * C1, O1 * slopes[0]]
  let single = cellJacobian(one, two, w)[0, 0]

  func factor(_ Wc: Double) -> Double {
    let still = HighwayStep(f: [0.95], i: [0.05], o: [0.5], candidate: [0], c: [0])
    return cellJacobian(still, still, HighwayWeights(Wf: [[0]], Wi: [[0]], Wo: [[0]], Wc: [[Wc]]))[0, 0]
  }
  let factors = [-1, 0, 4].map(factor)

  return LessonNumbers(
    "cell-highway", given: ["0.5", "0.9", "0.6", "0.8", "0.3", "0.4", "0.95", "0.05", "50", "100", "20"],
    computed: [
      ("cells", [one.c[0], two.c[0]]),
      ("slopes of gates", [0.9 * 0.1, 0.6 * 0.4, 0.8 * 0.2, 0.5 * 0.5]),
      ("slopes of candidates", [1 - 0.3 * 0.3, 1 - 0.4 * 0.4]),
      ("s", slopes),
      ("A", A),
      ("C1", [C1]),
      ("tanh of the first cell", [tanh(one.c[0])]),
      ("O1", [O1]),
      ("D1", parts + [parts[0] + parts[1]]),
      ("C2", [0.8 * C1, A[1] * (parts[0] + parts[1]), fullCellJacobian([first, one, two], w)[0, 0]]),
      ("highway", [directPath([first, one, two])[0]]),
      ("single steps", [single, C1 * single]),
      ("factor of a step", [0.05 * 0.5, factors[0], factors[1], factors[2]]),
      ("over 100 steps", factors.map { pow($0, 100) }),
    ])
}()
