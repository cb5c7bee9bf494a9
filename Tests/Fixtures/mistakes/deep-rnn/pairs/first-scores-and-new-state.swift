// expected: scores-from-the-first-layer, recurrent-weights-with-new-state
// mistaken: stackedScores, stackedLayerGradients
// calling: stackedGradients

func stackedScores(_ states: [[Vector]], _ Wy: Matrix, _ by: Vector) -> [Vector] {
  states[0].map { by + Wy * $0 }
}

func stackedLayerGradients(_ da: [Vector], _ x: [Vector], _ h0: Vector, _ h: [Vector]) -> StackLayerGradients {
  var g = StackLayerGradients(
    dWx: .zeros(h0.count, x[0].count), dWh: .zeros(h0.count, h0.count), db: .zeros(h0.count))
  for (d, (input, state)) in zip(da, zip(x, h)) {
    g.dWx += outer(d, input)
    g.dWh += outer(d, state)
    g.db += d
  }
  return g
}
