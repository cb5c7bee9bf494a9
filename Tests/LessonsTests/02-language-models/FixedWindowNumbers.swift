import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on the fixed-window model: one unit, three words, windows of two.
let fixedWindowNumbers: LessonNumbers = {
  func parameters(_ first: Double) -> FixedWindowParameters {
    FixedWindowParameters(E: [[first, 0, -1]], We: [[0.5, 1]], b1: [0], U: [[1], [0], [-1]], b2: [0, 0, 0])
  }
  func backward(_ words: [Int]) -> (z: Vector, dz: Vector, h: Vector, da: Vector, de: Vector) {
    let p = parameters(1)
    let h = windowHidden(windowEmbedding(words, p.E), p.We, p.b1)
    let z = windowScores(h, p.U, p.b2)
    let dz = crossEntropyGradient(z, [0, 0, 1])
    let da = windowHiddenGradient(dz, h, p.U)
    return (z, dz, h, da, windowInputGradient(da, p.We))
  }
  func loss(_ words: [Int], _ first: Double) -> Double { fixedWindowLoss(words, 2, parameters(first)) }

  let run = backward([0, 1])
  let twice = backward([0, 0])
  let (above, below) = (loss([0, 0], 1.01), loss([0, 0], 0.99))
  let sizes = (5, 100, 500, 10_000)
  let all = fixedWindowSize(sizes.0, sizes.1, sizes.2, sizes.3)

  return LessonNumbers(
    "fixed-window", given: ["2003", "0.5", "100", "500", "10000", "10", "20", "1.01", "0.99", "0.02"],
    computed: [
      ("hidden layer", [twice.h[0], run.h[0]]), ("scores", [run.z[0], run.z[2]]), ("softmax", softmax(run.z).elements),
      ("loss", [loss([0, 1], 1), loss([0, 0], 1)]), ("dz", run.dz.elements), ("dh", [run.dz[0] - run.dz[2]]),
      ("slope", [1 - run.h[0] * run.h[0]]), ("da", [run.da[0], twice.da[0]]),
      ("de", run.de.elements + twice.de.elements), ("pre-activation", [1.5]),
      ("dE", [fixedWindowGradients([0, 0], 2, parameters(1)).dE[0, 0]]), ("losses beside", [above, below]),
      ("difference", [(above - below) / 0.02]),
      ("embeddings", [Double(sizes.1 * sizes.3)]),
      ("hidden layer of the real model", [Double(sizes.2 * sizes.0 * sizes.1 + sizes.2)]),
      ("output", [Double(sizes.3 * sizes.2 + sizes.3)]), ("together", [Double(all)]),
      ("a larger window", [Double(fixedWindowSize(10, sizes.1, sizes.2, sizes.3) - all)]),
    ])
}()
