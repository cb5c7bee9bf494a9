import LinearAlgebra

@testable import Solutions

/// A gradient of two blocks, clipped in three ways, and one whose squares overflow.
let clippingNumbers: LessonNumbers = {
  let g: [Matrix] = [[[3], [4]], [[12]]]
  let (threshold, limit) = (6.5, 3.5)
  let norms = g.map(blockNorm)
  let byNorm = clipByNorm(g, threshold)
  let apart = g.map { clipByNorm([$0], threshold)[0] }
  let byValue = clipByValue(g, limit)
  let huge: Matrix = [[3e200], [4e200]]

  return LessonNumbers(
    "clipping",
    given: ["6.5", "3.5", "0.1", "0.2", "10", "12", "32", "90", "100", "200", "1.8e308", "3e200", "4e200"],
    computed: [
      ("squares", [norms[0] * norms[0], norms[1] * norms[1]]),
      ("norms", [norms[1], globalNorm(g)]),
      ("factor", [clippingFactor(globalNorm(g), threshold)]),
      ("by norm", [byNorm[0][0, 0], globalNorm(byNorm)]),
      ("each block", [apart[1][0, 0], globalNorm(apart), directionCosine(g, apart)]),
      ("by value", [byValue[0][1, 0], globalNorm(byValue), directionCosine(g, byValue)]),
      ("huge", [3.0 / 4, blockNorm(huge) / 4e200, blockNorm(huge)]),
      ("the bias's factor", [clippingFactor(8, 2)]),
    ])
}()
