// expected: gate-slope-left-out
// mistaken: inputPath

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
  var M = w.Wi
  for k in 0..<M.rows { M[row: k] *= step.candidate[k] }
  return M
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var M = w.Wc
  for k in 0..<M.rows {
    for j in 0..<M.columns { M[k, j] *= step.i[k] * (1 - step.candidate[k] * step.candidate[k]) }
  }
  return M
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var M = w.Wo
  for k in 0..<M.rows {
    for j in 0..<M.columns { M[k, j] *= tanh(step.c[k]) * step.o[k] * (1 - step.o[k]) }
  }
  return M
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var A = Matrix.zeros(c.count, c.count)
  for k in c.indices {
    for j in c.indices {
      A[k, j] += c[k] * step.f[k] * (1 - step.f[k]) * w.Wf[k, j]
      A[k, j] += step.candidate[k] * step.i[k] * (1 - step.i[k]) * w.Wi[k, j]
      A[k, j] += step.i[k] * (1 - step.candidate[k] * step.candidate[k]) * w.Wc[k, j]
    }
  }
  return A
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let A = cellByHidden(previous.c, step, w)
  let s = shownSlope(previous)
  var J = Matrix.zeros(s.count, s.count)
  for k in s.indices {
    J[k, k] = step.f[k]
    for j in s.indices { J[k, j] += A[k, j] * s[j] }
  }
  return J
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
