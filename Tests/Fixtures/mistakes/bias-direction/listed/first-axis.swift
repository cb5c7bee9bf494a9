// expected: from-a-fixed-start
// mistaken: principalBiasDirection

func principalComponent(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(start / start.norm) { v, _ in scatterStep(S, v) }
}

func principalBiasDirection(_ E: Matrix, _ pairs: [DefinitionalPair], _ steps: Int) -> Vector {
  var start = Vector.zeros(E.columns)
  start[0] = 1
  return principalComponent(pairScatter(E, pairs), start, steps)
}
