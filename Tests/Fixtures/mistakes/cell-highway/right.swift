// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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
  var product = Vector.ones(steps[0].f.count)
  for n in 1..<max(steps.count, 1) {
    for k in product.indices { product[k] *= steps[n].f[k] }
  }
  return product
}

func shownSlope(_ step: HighwayStep) -> Vector {
  var slope = step.o
  for k in slope.indices {
    let shown = tanh(step.c[k])
    slope[k] *= (1 - shown) * (1 + shown)
  }
  return slope
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var M = Matrix.zeros(c.count, c.count)
  for k in c.indices {
    for j in c.indices { M[k, j] = c[k] * step.f[k] * (1 - step.f[k]) * w.Wf[k, j] }
  }
  return M
}

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  diag(gateSlope(step.i) .* step.candidate) * w.Wi
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var M = w.Wc
  for k in 0..<M.rows {
    for j in 0..<M.columns { M[k, j] *= step.i[k] * (1 - step.candidate[k] * step.candidate[k]) }
  }
  return M
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
  let n = steps[0].c.count
  var C = Matrix.identity(n)
  var D = Matrix.zeros(n, n)
  let s0 = shownSlope(steps[0])
  for k in 0..<n { D[k, k] = s0[k] }
  for t in 1..<max(steps.count, 1) {
    let fromHidden = cellByHidden(steps[t - 1].c, steps[t], w) * D
    var cell = fromHidden
    for k in 0..<n { cell[row: k] += steps[t].f[k] * C[row: k] }
    let s = shownSlope(steps[t])
    var hidden = outputPath(steps[t], w) * D
    for k in 0..<n { hidden[row: k] += s[k] * cell[row: k] }
    C = cell
    D = hidden
  }
  return C
}
