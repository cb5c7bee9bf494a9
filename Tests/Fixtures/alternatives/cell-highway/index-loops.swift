// Every entry by itself, in loops over indices.

import LinearAlgebra

/// The values that one step of an LSTM has computed (given), all of length H.
struct HighwayStep {
  var f: Vector
  var i: Vector
  var o: Vector
  var candidate: Vector
  var c: Vector
}

/// The parts of an LSTM's matrices that act on the hidden state (given), all H x H.
struct HighwayWeights {
  var Wf: Matrix
  var Wi: Matrix
  var Wo: Matrix
  var Wc: Matrix
}

func directPath(_ steps: [HighwayStep]) -> Vector {
  var path = Vector.zeros(steps[0].c.count)
  for k in 0..<path.count {
    path[k] = 1
    for t in 1..<max(1, steps.count) { path[k] *= steps[t].f[k] }
  }
  return path
}

func shownSlope(_ step: HighwayStep) -> Vector {
  var slope = Vector.zeros(step.c.count)
  for k in 0..<slope.count { slope[k] = step.o[k] * (1 - tanh(step.c[k])) * (1 + tanh(step.c[k])) }
  return slope
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var J = Matrix.zeros(w.Wf.rows, w.Wf.columns)
  for k in 0..<J.rows {
    for j in 0..<J.columns { J[k, j] = c[k] * step.f[k] * (1 - step.f[k]) * w.Wf[k, j] }
  }
  return J
}

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var J = Matrix.zeros(w.Wi.rows, w.Wi.columns)
  for k in 0..<J.rows {
    for j in 0..<J.columns { J[k, j] = step.candidate[k] * step.i[k] * (1 - step.i[k]) * w.Wi[k, j] }
  }
  return J
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var J = Matrix.zeros(w.Wc.rows, w.Wc.columns)
  for k in 0..<J.rows {
    for j in 0..<J.columns { J[k, j] = step.i[k] * (1 - step.candidate[k] * step.candidate[k]) * w.Wc[k, j] }
  }
  return J
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var J = Matrix.zeros(w.Wo.rows, w.Wo.columns)
  for k in 0..<J.rows {
    for j in 0..<J.columns { J[k, j] = tanh(step.c[k]) * step.o[k] * (1 - step.o[k]) * w.Wo[k, j] }
  }
  return J
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let (a, b, d) = (forgetPath(c, step, w), inputPath(step, w), candidatePath(step, w))
  var J = Matrix.zeros(a.rows, a.columns)
  for k in 0..<J.rows {
    for j in 0..<J.columns { J[k, j] = a[k, j] + b[k, j] + d[k, j] }
  }
  return J
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  var J = cellByHidden(previous.c, step, w)
  let slope = shownSlope(previous)
  for k in 0..<J.rows {
    for j in 0..<J.columns {
      J[k, j] *= slope[j]
      if k == j { J[k, j] += step.f[k] }
    }
  }
  return J
}

func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  let H = steps[0].c.count
  var cell = Matrix.zeros(H, H)
  var hidden = Matrix.zeros(H, H)
  for k in 0..<H { (cell[k, k], hidden[k, k]) = (1, shownSlope(steps[0])[k]) }
  for t in 1..<max(1, steps.count) {
    let (A, O, slope) = (cellByHidden(steps[t - 1].c, steps[t], w), outputPath(steps[t], w), shownSlope(steps[t]))
    let before = hidden
    for j in 0..<H {
      for k in 0..<H {
        var (throughCell, throughGate) = (0.0, 0.0)
        for m in 0..<H {
          throughCell += A[k, m] * before[m, j]
          throughGate += O[k, m] * before[m, j]
        }
        cell[k, j] = steps[t].f[k] * cell[k, j] + throughCell
        hidden[k, j] = slope[k] * cell[k, j] + throughGate
      }
    }
  }
  return cell
}
