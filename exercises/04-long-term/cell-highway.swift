// The ways by which a cell c_s reaches a later cell c_t of an LSTM, straight on and through the hidden states: write the
// functions below. Check your work with: gradus check cell-highway
//
//   f, i, o      the gates of a step           c      the cell after it
//   candidate    c with a tilde                W      the part of a matrix that acts on h_{t-1}

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

/// The highway: the derivative of the last cell by the first with gates and candidates held fixed, a factor per entry.
///
/// The first of the steps is the one whose cell is differentiated by; its own forget gate does not count.
func directPath(_ steps: [HighwayStep]) -> Vector {
  todo("the product of forget gates")
}

/// The derivative of h_t = o_t .* tanh(c_t) by c_t, entry by entry, with the gate held fixed.
func shownSlope(_ step: HighwayStep) -> Vector {
  todo("the slope of what is shown")
}

/// What h_{t-1} does to c_t through the forget gate; `c` is c_{t-1}, and `step` holds the values of step t.
func forgetPath(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  todo("the way through the forget gate")
}

/// What h_{t-1} does to c_t through the input gate; `step` holds the values of step t.
func inputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  todo("the way through the input gate")
}

/// What h_{t-1} does to c_t through the candidate; `step` holds the values of step t.
func candidatePath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  todo("the way through the candidate")
}

/// What h_{t-1} does to h_t through the output gate, with c_t held fixed; `step` holds the values of step t.
func outputPath(_ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  todo("the way through the output gate")
}

/// All that h_{t-1} does to c_t; `c` is c_{t-1}, and `step` holds the values of step t.
func cellByHidden(_ c: Vector, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  todo("the sum of the ways")
}

/// The derivative of c_t by c_{t-1}: the highway, and the way through h_{t-1}.
///
/// `previous` holds the values of step t-1, of which the cell and the output gate count, and `step` those of step t.
func cellJacobian(_ previous: HighwayStep, _ step: HighwayStep, _ w: HighwayWeights) -> Matrix {
  todo("the derivative by the cell before")
}

/// The derivative of the last cell by the first, by all ways.
///
/// Two derivatives by the first cell are carried from step to step: that of the cell, and that of the hidden state.
func fullCellJacobian(_ steps: [HighwayStep], _ w: HighwayWeights) -> Matrix {
  todo("the derivative by all ways")
}
