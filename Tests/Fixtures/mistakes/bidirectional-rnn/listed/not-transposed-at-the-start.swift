// expected: recurrent-matrix-not-transposed
// mistaken: bidirectionalGradients

func joinedStates(_ forward: [Vector], _ backward: [Vector]) -> [Vector] {
  forward.indices.map { Vector(forward[$0].elements + backward[$0].elements) }
}

func bidirectionalGradients(
  _ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters
) -> BidirectionalGradients {
  let f = forwardStates(x, start, p.forward)
  let b = backwardStates(x, end, p.backward)
  let h = joinedStates(f, b)
  let z = taggingScores(h, p.U, p.c)
  let dz = y.indices.map { softmax(z[$0]) - Vector.oneHot(y[$0], count: p.c.count) }
  let dh = directedGradients(dz.map { p.U.transposed * $0 }, start.count)
  let daf = forwardPreActivationGradients(dh.forward, f, p.forward.Wh)
  let dab = backwardPreActivationGradients(dh.backward, b, p.backward.Wh)
  var dU = 0.0 * p.U
  for (d, state) in zip(dz, h) { dU += outer(d, state) }
  return BidirectionalGradients(
    forward: directionGradients(daf, x, [start] + f), backward: directionGradients(dab, x, b[1...] + [end]),
    dU: dU, dc: dz.dropFirst().reduce(dz[0], +), dStart: p.forward.Wh * daf[0],
    dEnd: p.backward.Wh * dab[dab.count - 1])
}
