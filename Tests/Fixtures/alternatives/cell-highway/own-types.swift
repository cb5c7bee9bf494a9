// The given structures have properties, matrices have an operator of their own, and the steps recur.

import LinearAlgebra

/// The values that one step of an LSTM has computed (given), all of length H.
struct HighwayStep {
  var f: Vector
  var i: Vector
  var o: Vector
  var candidate: Vector
  var c: Vector

  var shown: Vector { tanh(c) }
  var slope: Vector { o .* (1 - shown .* shown) }
}

/// The parts of an LSTM's matrices that act on the hidden state (given), all H x H.
struct HighwayWeights {
  var Wf: Matrix
  var Wi: Matrix
  var Wo: Matrix
  var Wc: Matrix
}

infix operator .> : MultiplicationPrecedence

extension Vector {
  fileprivate var gateSlope: Vector { self .* (1 - self) }

  /// The rows of a matrix, each scaled by an entry.
  fileprivate static func .> (v: Vector, W: Matrix) -> Matrix {
    Matrix(v.indices.map { k in W[row: k].map { v[k] * $0 }.elements })
  }
}

/// The derivatives of a cell and of a hidden state by the same earlier cell.
private struct Derivatives {
  var cell: Matrix
  var hidden: Matrix
}

private func derivatives(_ steps: ArraySlice<HighwayStep>, _ w: HighwayWeights) -> Derivatives {
  guard let step = steps.last, let before = steps.dropLast().last else {
    let only = steps[steps.startIndex]
    let one = Matrix.identity(only.c.count)
    return Derivatives(cell: one, hidden: only.slope .> one)
  }
  let earlier = derivatives(steps.dropLast(), w)
  let cell = (step.f .> earlier.cell) + cellByHidden(before.c, step, w) * earlier.hidden
  return Derivatives(cell: cell, hidden: (step.slope .> cell) + outputPath(step, w) * earlier.hidden)
}

func directPath(_ steps: [HighwayStep]) -> Vector {
  steps.dropFirst().map { $0.f }.reduce(Vector.ones(steps[0].c.count), .*)
}

func shownSlope(_ step: HighwayStep) -> Vector {
  step.slope
}

func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  (c .* step.f.gateSlope) .> w.Wf
}

func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  (step.candidate .* step.i.gateSlope) .> w.Wi
}

func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  (step.i .* (1 - step.candidate .* step.candidate)) .> w.Wc
}

func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  (step.shown .* step.o.gateSlope) .> w.Wo
}

func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  [forgetPath(c, step, w), candidatePath(step, w)].reduce(inputPath(step, w), +)
}

func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  derivatives([previous, step], w).cell
}

func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  derivatives(steps[...], w).cell
}
