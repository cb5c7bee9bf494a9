// A small change of each entry of the first cell is followed through all the steps: a column each.

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

private func scaled(_ v: Vector, _ W: Matrix) -> Matrix {
  var result = W
  for k in v.indices { result[row: k] = v[k] * W[row: k] }
  return result
}

private func follow(_ change: Vector, _ steps: [HighwayStep], _ w: HighwayWeights) -> Vector {
  var (dc, dh) = (change, shownSlope(steps[0]) .* change)
  var before = steps[0]
  for step in steps.dropFirst() {
    let df = step.f .* (1 - step.f) .* (w.Wf * dh)
    let di = step.i .* (1 - step.i) .* (w.Wi * dh)
    let doo = step.o .* (1 - step.o) .* (w.Wo * dh)
    let dnew = (1 - step.candidate .* step.candidate) .* (w.Wc * dh)
    dc = df .* before.c + step.f .* dc + di .* step.candidate + step.i .* dnew
    dh = doo .* tanh(step.c) + shownSlope(step) .* dc
    before = step
  }
  return dc
}

private func columns(_ count: Int, _ change: (Vector) -> Vector) -> Matrix {
  var J = Matrix.zeros(count, count)
  for k in 0..<count { J[column: k] = change(Vector.oneHot(k, count: count)) }
  return J
}

func directPath(_ steps: [HighwayStep]) -> Vector {
  exp(steps.dropFirst().reduce(Vector.zeros(steps[0].c.count)) { $0 + log($1.f) })
}

func shownSlope(_ step: HighwayStep) -> Vector {
  let squashed = tanh(step.c)
  let slope = 1 - squashed .* squashed
  return step.o .* slope
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  scaled(c, scaled(step.f, scaled(1 - step.f, w.Wf)))
}

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  scaled(step.candidate, scaled(step.i, scaled(1 - step.i, w.Wi)))
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  scaled(step.i, scaled(1 - step.candidate, scaled(1 + step.candidate, w.Wc)))
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  scaled(tanh(step.c), scaled(step.o, scaled(1 - step.o, w.Wo)))
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  candidatePath(step, w) + inputPath(step, w) + forgetPath(c, step, w)
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  columns(step.c.count) { follow($0, [previous, step], w) }
}

func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  columns(steps[0].c.count) { follow($0, steps, w) }
}
