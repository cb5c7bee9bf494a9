// expected: none
// mistaken: textSummary

private func turned(_ list: [Vector]) -> [Vector] { Array(list.reversed()) }

private func sum(_ list: [Matrix]) -> Matrix { list.dropFirst().reduce(list[0], +) }

func forwardStates(_ x: [Vector], _ start: Vector, _ p: DirectionParameters) -> [Vector] {
  var h = start
  return x.map {
    h = tanh(p.Wx * $0 + p.Wh * h + p.b)
    return h
  }
}

func backwardStates(_ x: [Vector], _ end: Vector, _ p: DirectionParameters) -> [Vector] {
  turned(forwardStates(turned(x), end, p))
}

func textSummary(_ forward: [Vector], _ backward: [Vector]) -> Vector {
  concatenate(forward[0], backward[backward.count - 1])
}

func taggingScores(_ h: [Vector], _ U: Matrix, _ c: Vector) -> [Vector] { h.map { c + U * $0 } }

private func readBoth(
  _ x: [Vector], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters
) -> (f: [Vector], b: [Vector], h: [Vector], z: [Vector]) {
  let f = forwardStates(x, start, p.forward)
  let b = backwardStates(x, end, p.backward)
  let h = joinedStates(f, b)
  return (f, b, h, taggingScores(h, p.U, p.c))
}

func taggingLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters) -> Double {
  let z = readBoth(x, start, end, p).z
  return -y.indices.map { logSoftmax(z[$0])[y[$0]] }.reduce(0, +)
}

func directedGradients(_ dh: [Vector], _ F: Int) -> DirectedGradients {
  DirectedGradients(forward: dh.map { Vector($0[0..<F]) }, backward: dh.map { Vector($0[F..<$0.count]) })
}

func forwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  turned(backwardPreActivationGradients(turned(dh), turned(h), Wh))
}

func backwardPreActivationGradients(_ dh: [Vector], _ h: [Vector], _ Wh: Matrix) -> [Vector] {
  var carried = Vector.zeros(dh[0].count)
  return zip(dh, h).map { d, state in
    let a = (d + carried) .* (1 - state .* state)
    carried = Wh.transposed * a
    return a
  }
}

func directionGradients(_ da: [Vector], _ x: [Vector], _ origin: [Vector]) -> DirectionGradients {
  DirectionGradients(
    dWx: sum(zip(da, x).map(outer)), dWh: sum(zip(da, origin).map(outer)), db: da.dropFirst().reduce(da[0], +))
}

func bidirectionalGradients(
  _ x: [Vector], _ y: [Int], _ start: Vector, _ end: Vector, _ p: BidirectionalParameters
) -> BidirectionalGradients {
  let (f, b, h, z) = readBoth(x, start, end, p)
  let dz = y.indices.map { softmax(z[$0]) - Vector.oneHot(y[$0], count: p.c.count) }
  let dh = directedGradients(dz.map { p.U.transposed * $0 }, start.count)
  let daf = forwardPreActivationGradients(dh.forward, f, p.forward.Wh)
  let dab = backwardPreActivationGradients(dh.backward, b, p.backward.Wh)
  return BidirectionalGradients(
    forward: directionGradients(daf, x, [start] + f), backward: directionGradients(dab, x, b[1...] + [end]),
    dU: sum(zip(dz, h).map(outer)), dc: dz.dropFirst().reduce(dz[0], +),
    dStart: p.forward.Wh.transposed * daf[0], dEnd: p.backward.Wh.transposed * dab[dab.count - 1])
}
