// The gradient of each entry of the last cell is carried back to the first: a row each.

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

private func rowsTimes(_ v: Vector, _ W: Matrix) -> Matrix {
  W .* Matrix(v.map { [Double](repeating: $0, count: W.columns) })
}

/// The gradient at the first cell, from that at the last.
private func carried(_ dLast: Vector, _ steps: [HighwayStep], _ w: HighwayWeights) -> Vector {
  var dc = dLast
  var dh = Vector.zeros(dLast.count)
  for t in stride(from: steps.count - 1, to: 0, by: -1) {
    dc += dh .* shownSlope(steps[t])
    dh = cellByHidden(steps[t - 1].c, steps[t], w).transposed * dc + outputPath(steps[t], w).transposed * dh
    dc = dc .* steps[t].f
  }
  return dc + dh .* shownSlope(steps[0])
}

func directPath(_ steps: [HighwayStep]) -> Vector {
  var path = Vector.ones(steps[0].f.count)
  for t in stride(from: steps.count - 1, to: 0, by: -1) { path = steps[t].f .* path }
  return path
}

func shownSlope(_ step: HighwayStep) -> Vector {
  zip(step.o, tanh(step.c)).reduce(into: Vector.zeros(0)) { $0 = concatenate($0, [$1.0 * (1 - $1.1 * $1.1)]) }
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  rowsTimes(c .* step.f .* (1 - step.f), w.Wf)
}

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  rowsTimes(step.candidate .* step.i .* (1 - step.i), w.Wi)
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  rowsTimes(step.i .* (1 - step.candidate .* step.candidate), w.Wc)
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  rowsTimes(tanh(step.c) .* step.o .* (1 - step.o), w.Wo)
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let throughGates = forgetPath(c, step, w) + inputPath(step, w)
  return throughGates + candidatePath(step, w)
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  fullCellJacobian([previous, step], w)
}

func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  let H = steps[0].c.count
  return Matrix((0..<H).map { carried(Vector.oneHot($0, count: H), steps, w).elements })
}
