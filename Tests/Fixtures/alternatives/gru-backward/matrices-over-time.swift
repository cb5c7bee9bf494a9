// The sums over time are products of matrices whose columns are the steps.

import LinearAlgebra

// Given: the weights, what a step leaves behind, and the gradients, of H units and inputs of length D.

/// The weights and biases: `Wz` and `Wr` act on [h, x] and are H x (H + D), `Wh` is H x H, `Wx` is H x D.
struct GRUWeights {
  var Wz: Matrix
  var Wr: Matrix
  var bz: Vector
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
}

/// What one step has computed, all of length H; `h` is the new state h_t.
struct GRUTrace {
  var z: Vector
  var r: Vector
  var candidate: Vector
  var h: Vector
}

/// The gradients of the three vectors of scores of one step.
struct GRUScoreGradients {
  var daz: Vector
  var dar: Vector
  var dac: Vector
}

/// The gradient of the loss with respect to each weight, each bias and h_0.
struct GRUGradients {
  var dWz: Matrix
  var dWr: Matrix
  var dbz: Vector
  var dbr: Vector
  var dWh: Matrix
  var dWx: Matrix
  var dbh: Vector
  var dh0: Vector
}

private func columns(_ steps: [Vector]) -> Matrix {
  Matrix(steps.map { $0.elements }).transposed
}

/// One step forward from h_{t-1} and x_t, with all that it has computed.
func gruTrace(_ h: Vector, _ x: Vector, _ p: GRUWeights) -> GRUTrace {
  let hx = concatenate(h, x)
  let z = sigmoid(p.Wz * hx + p.bz)
  let r = sigmoid(p.Wr * hx + p.br)
  let candidate = tanh(p.Wh * (r .* h) + p.Wx * x + p.bh)
  return GRUTrace(z: z, r: r, candidate: candidate, h: z .* h + (1 - z) .* candidate)
}

/// All T steps forward from `h0`.
func gruTraces(_ h0: Vector, _ x: [Vector], _ p: GRUWeights) -> [GRUTrace] {
  var h = h0
  var steps: [GRUTrace] = []
  for input in x {
    let step = gruTrace(h, input, p)
    steps.append(step)
    h = step.h
  }
  return steps
}

/// The gradient of the candidate, from dh_t.
func gruCandidateGradient(_ dh: Vector, _ z: Vector) -> Vector {
  let written = 1 - z
  return dh .* written
}

/// The gradient of the update gate, from dh_t; `h` is h_{t-1}.
func gruUpdateGradient(_ dh: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  let gain = h - candidate
  return dh .* gain
}

/// The gradient of a gate's scores, from the gate's own gradient `d`.
func gruGateScoreGradient(_ d: Vector, _ gate: Vector) -> Vector {
  let slope = gate .* (1 - gate)
  return d .* slope
}

/// The gradient of the candidate's scores, from the candidate's own gradient `d`.
func gruCandidateScoreGradient(_ d: Vector, _ candidate: Vector) -> Vector {
  let slope = 1 - candidate .* candidate
  return d .* slope
}

/// The gradient of what the candidate sees, r_t .* h_{t-1}.
func gruVisibleGradient(_ dac: Vector, _ Wh: Matrix) -> Vector {
  Wh.transposed * dac
}

/// The gradients of all scores of one step, from dh_t; `h` is h_{t-1}.
func gruScoreGradients(_ dh: Vector, _ h: Vector, _ step: GRUTrace, _ p: GRUWeights) -> GRUScoreGradients {
  let dz = gruUpdateGradient(dh, h, step.candidate)
  let dac = gruCandidateScoreGradient(gruCandidateGradient(dh, step.z), step.candidate)
  let dr = gruVisibleGradient(dac, p.Wh) .* h
  return GRUScoreGradients(
    daz: gruGateScoreGradient(dz, step.z),
    dar: gruGateScoreGradient(dr, step.r),
    dac: dac)
}

/// The gradient of h_{t-1} by all four ways: kept, seen by the candidate, and through either gate.
func gruPreviousGradient(_ dh: Vector, _ step: GRUTrace, _ d: GRUScoreGradients, _ p: GRUWeights) -> Vector {
  let kept = dh .* step.z
  let seen = gruVisibleGradient(d.dac, p.Wh) .* step.r
  let throughZ = p.Wz.transposed * d.daz
  let throughR = p.Wr.transposed * d.dar
  let throughGates = (throughZ + throughR).prefix(dh.count)
  return kept + seen + Vector(throughGates)
}

/// The gradient of a gate's matrix: the sum of da_t [h_{t-1}, x_t]^T; `h` runs from h_0 to h_{T-1}.
func gruGateWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  columns(da) * columns(zip(h, x).map { concatenate($0, $1) }).transposed
}

/// The gradient of W_h: the sum of dac_t (r_t .* h_{t-1})^T; `h` runs from h_0 to h_{T-1}.
func gruRecurrentWeightGradient(_ dac: [Vector], _ r: [Vector], _ h: [Vector]) -> Matrix {
  columns(dac) * columns(zip(r, h).map { $0 .* $1 }).transposed
}

/// All gradients of a loss whose direct gradient with respect to h_t is `g[t - 1]`: forward, then backward.
func gruBackward(_ x: [Vector], _ h0: Vector, _ p: GRUWeights, _ g: [Vector]) -> GRUGradients {
  let steps = gruTraces(h0, x, p)
  let h = [h0] + steps.dropLast().map { $0.h }

  var dh = Vector.zeros(h0.count)  // nothing follows the last step
  var scores: [GRUScoreGradients] = []
  for t in x.indices.reversed() {
    dh += g[t]
    let d = gruScoreGradients(dh, h[t], steps[t], p)
    dh = gruPreviousGradient(dh, steps[t], d, p)
    scores.append(d)
  }
  scores.reverse()

  let (daz, dar, dac) = (scores.map { $0.daz }, scores.map { $0.dar }, scores.map { $0.dac })
  let dWx = columns(dac) * columns(x).transposed
  return GRUGradients(
    dWz: gruGateWeightGradient(daz, h, x),
    dWr: gruGateWeightGradient(dar, h, x),
    dbz: total(daz),
    dbr: total(dar),
    dWh: gruRecurrentWeightGradient(dac, steps.map { $0.r }, h),
    dWx: dWx,
    dbh: total(dac),
    dh0: dh)
}

/// The sum of the vectors.
private func total(_ d: [Vector]) -> Vector {
  d.dropFirst().reduce(d[0], +)
}
