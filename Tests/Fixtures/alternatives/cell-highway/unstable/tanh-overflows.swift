// Unstable: the tanh is written with exponentials, which overflow.

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

private func diagonal(_ v: Vector) -> Matrix {
  var D = Matrix.zeros(v.count, v.count)
  for (k, entry) in v.enumerated() { D[k, k] = entry }
  return D
}

private func squash(_ c: Vector) -> Vector {
  c.map { (exp($0) - exp(-$0)) / (exp($0) + exp(-$0)) }
}

func directPath(_ steps: [HighwayStep]) -> Vector {
  var path = Vector.ones(steps[0].c.count)
  for step in steps.dropFirst() { path = path .* step.f }
  return path
}

func shownSlope(_ step: HighwayStep) -> Vector {
  let squashed = squash(step.c)
  let slope = 1 - squashed .* squashed
  return step.o .* slope
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let slope = step.f .* (1 - step.f)
  return diagonal(c .* slope) * w.Wf
}

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let slope = step.i .* (1 - step.i)
  return diagonal(step.candidate .* slope) * w.Wi
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let slope = 1 - step.candidate .* step.candidate
  return diagonal(step.i .* slope) * w.Wc
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let slope = step.o .* (1 - step.o)
  return diagonal(squash(step.c) .* slope) * w.Wo
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let throughGates = forgetPath(c, step, w) + inputPath(step, w)
  return throughGates + candidatePath(step, w)
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  let highway = diagonal(step.f)
  let shown = diagonal(shownSlope(previous))
  return highway + cellByHidden(previous.c, step, w) * shown
}

func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  var cell = Matrix.identity(steps[0].c.count)
  var hidden = diagonal(shownSlope(steps[0]))
  for (previous, step) in zip(steps, steps.dropFirst()) {
    cell = diagonal(step.f) * cell + cellByHidden(previous.c, step, w) * hidden
    hidden = diagonal(shownSlope(step)) * cell + outputPath(step, w) * hidden
  }
  return cell
}
