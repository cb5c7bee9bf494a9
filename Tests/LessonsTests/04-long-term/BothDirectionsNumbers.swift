import LinearAlgebra

@testable import Solutions

/// The worked examples of the lesson on both directions and deeper networks: three words with one unit in each
/// direction, and two layers over two steps.
let bothDirectionsNumbers: LessonNumbers = {
  let x: [Vector] = [[1], [0], [-2]]
  let p = DirectionParameters(Wx: [[1]], Wh: [[0.5]], b: [0])
  let forward = forwardStates(x, [0], p)
  let backward = backwardStates(x, [0], p)
  let summary = textSummary(forward, backward)
  let middle = joinedStates(forward, backward)[1]
  let shares = softmax(middle)
  let dz = shares - Vector.oneHot(1, count: 2)
  let dh = directedGradients([[0, 0], dz, [0, 0]], 1)
  let daForward = forwardPreActivationGradients(dh.forward, forward, p.Wh)
  let daBackward = backwardPreActivationGradients(dh.backward, backward, p.Wh)
  let byForward = directionGradients(daForward, x, [[0], forward[0], forward[1]])
  let byBackward = directionGradients(daBackward, x, [backward[1], backward[2], [0]])
  func slope(_ h: Vector) -> Double { 1 - h[0] * h[0] }

  // The two layers are the same cell; the upper one reads the lower one's states.
  let lower = forwardStates([[0.5], [0]], [0], p)
  let upper = forwardStates(lower, [0], p)
  let daUpper = forwardPreActivationGradients([[0], [1]], upper, p.Wh)
  let daLower = forwardPreActivationGradients(daUpper, lower, p.Wh)
  let fromFuture = 0.5 * daLower[1][0]

  return LessonNumbers(
    "both-directions", given: ["0.5", "32"],
    computed: [
      ("forward", forward.map { $0[0] }),
      ("backward", backward.map { $0[0] }),
      ("summary", [summary[0], summary[1]]),
      ("softmax", [shares[0], shares[1]]),
      ("loss", [-logSoftmax(middle)[1]]),
      ("dz", [dz[0], dz[1]]),
      ("slopes", [slope(forward[1]), slope(forward[0]), slope(backward[1]), slope(backward[2])]),
      ("da forward", [daForward[0][0], daForward[1][0]]),
      ("da backward", [daBackward[1][0], daBackward[2][0]]),
      ("dWh", [byForward.dWh[0, 0], byBackward.dWh[0, 0]]),
      ("lower states", lower.map { $0[0] }),
      ("upper states", upper.map { $0[0] }),
      ("da upper", daUpper.map { $0[0] }),
      ("da lower", [daLower[1][0]]),
      ("paths", [fromFuture, daUpper[0][0] + fromFuture]),
      ("parameters", [Double(rnnParameterCount(9, 32)), Double(2 * rnnParameterCount(9, 32))]),
      ("inputs of the next layer", [2 * 32]),
    ])
}()
