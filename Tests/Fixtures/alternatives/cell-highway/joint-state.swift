// Cell and hidden state are one vector of length 2H, whose Jacobians are multiplied.

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

private func onDiagonal(_ v: Vector) -> Matrix {
  Matrix((0..<v.count).map { k in (0..<v.count).map { $0 == k ? v[k] : 0 } })
}

private func blocks(_ a: Matrix, _ b: Matrix, _ c: Matrix, _ d: Matrix) -> Matrix {
  Matrix(
    (0..<a.rows).map { a[row: $0].elements + b[row: $0].elements }
      + (0..<c.rows).map { c[row: $0].elements + d[row: $0].elements })
}

private func jointJacobian(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let (F, A, S) = (onDiagonal(step.f), cellByHidden(c, step, w), onDiagonal(shownSlope(step)))
  return blocks(F, A, S * F, S * A + outputPath(step, w))
}

func directPath(_ steps: [HighwayStep]) -> Vector {
  guard let last = steps.dropFirst().last else { return 1 + 0 * steps[0].f }
  return last.f .* directPath(steps.dropLast())
}

func shownSlope(_ step: HighwayStep) -> Vector {
  step.o - step.o .* tanh(step.c) .* tanh(step.c)
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  onDiagonal(step.f - step.f .* step.f) * (onDiagonal(c) * w.Wf)
}

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  onDiagonal(step.i - step.i .* step.i) * (onDiagonal(step.candidate) * w.Wi)
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  onDiagonal(step.i) * w.Wc - onDiagonal(step.i .* step.candidate .* step.candidate) * w.Wc
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  onDiagonal(step.o - step.o .* step.o) * (onDiagonal(tanh(step.c)) * w.Wo)
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let throughGates = forgetPath(c, step, w) + inputPath(step, w)
  return throughGates + candidatePath(step, w)
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let H = step.c.count
  let J = jointJacobian(previous.c, step, w)
  let slope = shownSlope(previous)
  return Matrix((0..<H).map { k in (0..<H).map { j in J[k, j] + J[k, H + j] * slope[j] } })
}

func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  let H = steps[0].c.count
  let start = onDiagonal(shownSlope(steps[0]))
  var start2 = Matrix.zeros(2 * H, H)
  for k in 0..<H {
    start2[k, k] = 1
    start2[row: H + k] = start[row: k]
  }
  let joint = zip(steps, steps.dropFirst()).reduce(start2) { jointJacobian($1.0.c, $1.1, w) * $0 }
  return Matrix((0..<H).map { joint[row: $0].elements })
}
