// expected: gate-slope-left-out
// mistaken: inputPath

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var M = w.Wi
  for k in 0..<M.rows { M[row: k] *= step.candidate[k] }
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
