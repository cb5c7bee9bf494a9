// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct GRUWeights {
  var Wz: Matrix
  var Wr: Matrix
  var bz: Vector
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
}

struct GRUTrace {
  var z: Vector
  var r: Vector
  var candidate: Vector
  var h: Vector
}

struct GRUScoreGradients {
  var daz: Vector
  var dar: Vector
  var dac: Vector
}

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

func gruTrace(_ h: Vector, _ x: Vector, _ p: GRUWeights) -> GRUTrace {
  let hx = concatenate(h, x)
  let z = sigmoid(p.bz + p.Wz * hx)
  let r = sigmoid(p.br + p.Wr * hx)
  let candidate = tanh(p.bh + p.Wx * x + p.Wh * (h .* r))
  return GRUTrace(z: z, r: r, candidate: candidate, h: candidate + z .* (h - candidate))
}

func gruTraces(_ h0: Vector, _ x: [Vector], _ p: GRUWeights) -> [GRUTrace] {
  var traces: [GRUTrace] = []
  for input in x { traces.append(gruTrace(traces.last?.h ?? h0, input, p)) }
  return traces
}

func gruCandidateGradient(_ dh: Vector, _ z: Vector) -> Vector { dh - z .* dh }

func gruUpdateGradient(_ dh: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  var dz = dh
  for i in dz.indices { dz[i] *= h[i] - candidate[i] }
  return dz
}

func gruGateScoreGradient(_ d: Vector, _ gate: Vector) -> Vector {
  var da = d
  for i in da.indices { da[i] *= gate[i] * (1 - gate[i]) }
  return da
}

func gruCandidateScoreGradient(_ d: Vector, _ candidate: Vector) -> Vector {
  var da = d
  for i in da.indices { da[i] *= (1 - candidate[i]) * (1 + candidate[i]) }
  return da
}

func gruVisibleGradient(_ dac: Vector, _ Wh: Matrix) -> Vector {
  var seen = Vector.zeros(Wh.columns)
  for i in 0..<Wh.rows {
    for j in 0..<Wh.columns { seen[j] += Wh[i, j] * dac[i] }
  }
  return seen
}

func gruScoreGradients(_ dh: Vector, _ h: Vector, _ step: GRUTrace, _ p: GRUWeights) -> GRUScoreGradients {
  let daz = dh .* (h - step.candidate) .* step.z .* (1 - step.z)
  let dac = dh .* (1 - step.z) .* (1 - step.candidate .* step.candidate)
  let dr = (p.Wh.transposed * dac) .* h
  return GRUScoreGradients(daz: daz, dar: dr .* step.r .* (1 - step.r), dac: dac)
}

func gruPreviousGradient(_ dh: Vector, _ step: GRUTrace, _ d: GRUScoreGradients, _ p: GRUWeights) -> Vector {
  var back = dh .* step.z
  let seen = p.Wh.transposed * d.dac
  for j in back.indices {
    back[j] += seen[j] * step.r[j]
    for i in d.daz.indices { back[j] += p.Wz[i, j] * d.daz[i] + p.Wr[i, j] * d.dar[i] }
  }
  return back
}

func gruGateWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  var dW = Matrix.zeros(h[0].count, h[0].count + x[0].count)
  for t in da.indices { dW += outer(da[t], concatenate(h[t], x[t])) }
  return dW
}

func gruRecurrentWeightGradient(_ dac: [Vector], _ r: [Vector], _ h: [Vector]) -> Matrix {
  var dW = Matrix.zeros(h[0].count, h[0].count)
  for t in dac.indices { dW += outer(dac[t], r[t] .* h[t]) }
  return dW
}

func gruBackward(_ x: [Vector], _ h0: Vector, _ p: GRUWeights, _ g: [Vector]) -> GRUGradients {
  let H = h0.count
  let steps = gruTraces(h0, x, p)
  var out = GRUGradients(
    dWz: .zeros(H, H + x[0].count), dWr: .zeros(H, H + x[0].count), dbz: .zeros(H), dbr: .zeros(H),
    dWh: .zeros(H, H), dWx: .zeros(H, x[0].count), dbh: .zeros(H), dh0: .zeros(H))
  var t = x.count - 1
  while t >= 0 {
    let before = t == 0 ? h0 : steps[t - 1].h
    let dh = out.dh0 + g[t]
    let d = gruScoreGradients(dh, before, steps[t], p)
    let joined = concatenate(before, x[t])
    out.dWz += outer(d.daz, joined)
    out.dWr += outer(d.dar, joined)
    out.dbz += d.daz
    out.dbr += d.dar
    out.dWh += outer(d.dac, steps[t].r .* before)
    out.dWx += outer(d.dac, x[t])
    out.dbh += d.dac
    out.dh0 = gruPreviousGradient(dh, steps[t], d, p)
    t -= 1
  }
  return out
}
