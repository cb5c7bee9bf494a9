// Foundation is imported; the parameters have methods, a private generic helper walks the sequence, and labels are new.

import Foundation
import LinearAlgebra

/// The weights and biases of a GRU (given).
///
/// `Wz` and `Wr` act on [h, x] and are H x (H + D); `Wh` is H x H, `Wx` is H x D, and the biases have length H.
struct GRUParameters {
  var Wz: Matrix
  var Wr: Matrix
  var bz: Vector
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector

  enum Gate { case update, reset }

  func gate(_ kind: Gate, _ hx: Vector) -> Vector {
    switch kind {
    case .update: sigmoid(Wz * hx + bz)
    case .reset: sigmoid(Wr * hx + br)
    }
  }

  func candidate(_ visible: Vector, _ x: Vector) -> Vector { tanh(Wh * visible + Wx * x + bh) }
}

/// The states that repeated application of `next` gives.
private func scan<State, Input>(_ start: State, _ inputs: [Input], _ next: (State, Input) -> State) -> [State] {
  var states: [State] = []
  var current = start
  for input in inputs {
    current = next(current, input)
    states.append(current)
  }
  return states
}

/// The update gate z_t: how much of each entry of the state is kept.
///
/// `h` is h_{t-1}, of length H, and `x` is x_t, of length D.
func gruUpdateGate(state: Vector, input: Vector, parameters: GRUParameters) -> Vector {
  parameters.gate(.update, concatenate(state, input))
}

/// The reset gate r_t: how much of each entry of the state the candidate may see.
///
/// `h` is h_{t-1} and `x` is x_t.
func gruResetGate(state: Vector, input: Vector, parameters: GRUParameters) -> Vector {
  parameters.gate(.reset, concatenate(state, input))
}

/// The candidate for the new state, between -1 and 1.
///
/// `h` is h_{t-1}, `x` is x_t and `r` is r_t.
func gruCandidate(state: Vector, input: Vector, reset: Vector, parameters: GRUParameters) -> Vector {
  parameters.candidate(reset .* state, input)
}

/// The new state h_t, from the update gate, `h`, which is h_{t-1}, and the candidate.
func gruHidden(keep: Vector, state: Vector, candidate: Vector) -> Vector {
  keep .* state + (Vector.ones(keep.count) - keep) .* candidate
}

/// One step: the state h_t after h_{t-1} has met x_t.
func gruStep(state: Vector, input: Vector, parameters p: GRUParameters) -> Vector {
  let hx = concatenate(state, input)
  let candidate = p.candidate(p.gate(.reset, hx) .* state, input)
  return gruHidden(keep: p.gate(.update, hx), state: state, candidate: candidate)
}

/// The T states from h_1 to h_T, without h_0.
func gruSequence(from h0: Vector, inputs: [Vector], parameters p: GRUParameters) -> [Vector] {
  scan(h0, inputs) { gruStep(state: $0, input: $1, parameters: p) }
}
