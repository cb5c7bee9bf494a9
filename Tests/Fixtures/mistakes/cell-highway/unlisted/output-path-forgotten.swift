// expected: none
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
    C = diag(new.f) * C + cellByHidden(old.c, new, w) * D
    D = D + diag(shownSlope(new)) * C
  }
  return C
}
