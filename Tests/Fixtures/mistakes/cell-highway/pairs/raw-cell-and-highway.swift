// expected: cell-shown-unsquashed, highway-alone
// mistaken: outputPath, cellJacobian
// calling: fullCellJacobian

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var M = w.Wi
  for k in 0..<M.rows {
    for j in 0..<M.columns { M[k, j] *= step.candidate[k] * step.i[k] * (1 - step.i[k]) }
  }
  return M
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var M = w.Wo
  for k in 0..<M.rows { M[row: k] *= step.c[k] * step.o[k] * (1 - step.o[k]) }
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
  var J = Matrix.identity(step.f.count)
  for k in step.f.indices { J[k, k] *= step.f[k] }
  return J
}
