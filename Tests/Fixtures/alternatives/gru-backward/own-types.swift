// Foundation is imported; the weights have methods, and the gradients are added up on the way back.

import Foundation
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

extension GRUWeights {
  fileprivate var zeros: GRUGradients {
    GRUGradients(
      dWz: 0 * Wz, dWr: 0 * Wr, dbz: 0 * bz, dbr: 0 * br, dWh: 0 * Wh, dWx: 0 * Wx, dbh: 0 * bh, dh0: 0 * bh)
  }

  fileprivate func statePart(_ W: Matrix, _ d: Vector) -> Vector {
    Vector((0..<Wh.columns).map { dot(W[column: $0], d) })
  }
}

/// One step forward from h_{t-1} and x_t, with all that it has computed.
func gruTrace(_ h: Vector, _ x: Vector, _ p: GRUWeights) -> GRUTrace {
  let hx = concatenate(h, x)
  let z = (p.Wz * hx + p.bz).map { (1 + Foundation.tanh($0 / 2)) / 2 }
  let r = (p.Wr * hx + p.br).map { (1 + Foundation.tanh($0 / 2)) / 2 }
  let candidate = (p.bh + p.Wx * x + p.Wh * (h .* r)).map { Foundation.tanh($0) }
  return GRUTrace(z: z, r: r, candidate: candidate, h: candidate - z .* (candidate - h))
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
  p.statePart(p.Wz, d.daz) + p.statePart(p.Wr, d.dar) + step.r .* p.statePart(p.Wh, d.dac) + step.z .* dh
}

/// The gradient of a gate's matrix: the sum of da_t [h_{t-1}, x_t]^T; `h` runs from h_0 to h_{T-1}.
func gruGateWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  var dW = Matrix.zeros(da[0].count, h[0].count + x[0].count)
  for t in da.indices {
    dW += outer(da[t], concatenate(h[t], x[t]))
  }
  return dW
}

/// The gradient of W_h: the sum of dac_t (r_t .* h_{t-1})^T; `h` runs from h_0 to h_{T-1}.
func gruRecurrentWeightGradient(_ dac: [Vector], _ r: [Vector], _ h: [Vector]) -> Matrix {
  var dWh = Matrix.zeros(dac[0].count, h[0].count)
  for t in dac.indices {
    dWh += outer(dac[t], r[t] .* h[t])
  }
  return dWh
}

/// All gradients of a loss whose direct gradient with respect to h_t is `g[t - 1]`: forward, then backward.
func gruBackward(_ x: [Vector], _ h0: Vector, _ p: GRUWeights, _ g: [Vector]) -> GRUGradients {
  let steps = gruTraces(h0, x, p)
  var sums = p.zeros
  for t in x.indices.reversed() {
    let h = t == 0 ? h0 : steps[t - 1].h
    let dh = sums.dh0 + g[t]
    let d = gruScoreGradients(dh, h, steps[t], p)
    let hx = concatenate(h, x[t])
    sums.dWz += outer(d.daz, hx)
    sums.dWr += outer(d.dar, hx)
    sums.dbz += d.daz
    sums.dbr += d.dar
    sums.dWh += outer(d.dac, steps[t].r .* h)
    sums.dWx += outer(d.dac, x[t])
    sums.dbh += d.dac
    sums.dh0 = gruPreviousGradient(dh, steps[t], d, p)
  }
  return sums
}
