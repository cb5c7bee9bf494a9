// expected: hidden-from-the-old-cell
// mistaken: fullCellJacobian

import LinearAlgebra

struct HighwayStep {
  var f: Vector
  var i: Vector
  var o: Vector
  var candidate: Vector
  var c: Vector
}

struct HighwayWeights {
  var Wf: Matrix
  var Wi: Matrix
  var Wo: Matrix
  var Wc: Matrix
}

private func diag(_ v: Vector) -> Matrix {
  var D = Matrix.identity(v.count)
  for k in v.indices { D[k, k] = v[k] }
  return D
}

private func gateSlope(_ q: Vector) -> Vector { q - q .* q }

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

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  diag(gateSlope(step.i) .* step.candidate) * w.Wi
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  diag((1 - step.candidate .* step.candidate) .* step.i) * w.Wc
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  diag(gateSlope(step.o) .* tanh(step.c)) * w.Wo
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  inputPath(step, w) + candidatePath(step, w) + forgetPath(c, step, w)
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  diag(step.f) + cellByHidden(previous.c, step, w) * diag(shownSlope(previous))
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
