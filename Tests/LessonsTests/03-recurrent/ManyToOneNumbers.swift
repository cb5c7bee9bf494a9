import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on classifying sequences: one unit, two letters, two classes.
let manyToOneNumbers: LessonNumbers = {
  let p = ClassifierParameters(Wx: [[1, -1]], Wh: [[0.5]], bh: [0], Wy: [[1], [-1]], by: [0, 0])
  let (aba, aab) = ([0, 1, 0], [0, 0, 1])
  let h0: Vector = [0]
  let h = letterStates(aba, h0, p)
  let z = classScores(aba, h0, p)
  let dz = classScoreGradient(z, 1)
  let dhLast = lastStateGradient(dz, p.Wy)
  let da = letterPreActivationGradients(dhLast, h, p.Wh)
  let gradients = classifierGradients(aba, 1, h0, p)
  let (steps, units, classes) = (128.0, 32.0, 6.0)

  return LessonNumbers(
    "many-to-one", given: ["52", "128", "32", "0.5"],
    computed: [
      ("alphabet", [52 + 4]),
      ("what return_sequences hands on", [steps * units, steps * classes]),
      ("a behind the first letter", h.indices.dropFirst(2).map { 0.5 * h[$0 - 1][0] + p.Wx[0, aba[$0 - 1]] }),
      ("h", h.dropFirst().map { $0[0] }),
      ("z", z.elements), ("probabilities", softmax(z).elements), ("loss", [classLoss(z, 1)]), ("dz", dz.elements),
      ("dh", [dhLast[0], 0.5 * da[2][0], 0.5 * da[1][0]]),
      ("slopes", h.dropFirst().map { 1 - $0[0] * $0[0] }),
      ("da", da.map { $0[0] }),
      ("dWx", gradients.dWx.elements), ("dWh", gradients.dWh.elements),
      ("states of aab", letterStates(aab, h0, p).dropFirst().map { $0[0] }),
      ("probability of aab", [softmax(classScores(aab, h0, p))[1]]),
    ])
}()
