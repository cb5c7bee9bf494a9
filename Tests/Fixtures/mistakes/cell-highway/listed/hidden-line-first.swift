// expected: hidden-from-the-old-cell
// mistaken: fullCellJacobian

func directPath(_ steps: [HighwayStep]) -> Vector {
  let gates = steps.dropFirst().map(\.f)
  return gates.reduce(Vector.ones(steps[0].f.count)) { $0 .* $1 }
}

func shownSlope(_ step: HighwayStep) -> Vector {
  let shown = tanh(step.c)
  return (1 - shown .* shown) .* step.o
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  diag(gateSlope(step.f) .* c) * w.Wf
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  diag((1 - step.candidate .* step.candidate) .* step.i) * w.Wc
}

func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  var C = Matrix.identity(steps[0].c.count)
  var D = diag(shownSlope(steps[0]))
  for (old, new) in zip(steps, steps.dropFirst()) {
    let before = (C: C, D: D)
    D = diag(shownSlope(new)) * before.C + outputPath(new, w) * before.D
    C = diag(new.f) * before.C + cellByHidden(old.c, new, w) * before.D
  }
  return C
}
