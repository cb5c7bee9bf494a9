// expected: only-the-last-loss-counts
// mistaken: gruBackward

private func total(_ parts: [Vector]) -> Vector { parts.dropFirst().reduce(parts[0], +) }

func gruTrace(_ h: Vector, _ x: Vector, _ p: GRUWeights) -> GRUTrace {
  let z = sigmoid(p.Wz * concatenate(h, x) + p.bz)
  let r = sigmoid(p.Wr * concatenate(h, x) + p.br)
  let candidate = tanh(p.Wh * (r .* h) + p.Wx * x + p.bh)
  return GRUTrace(z: z, r: r, candidate: candidate, h: z .* h + (1 - z) .* candidate)
}

func gruTraces(_ h0: Vector, _ x: [Vector], _ p: GRUWeights) -> [GRUTrace] {
  var h = h0
  return x.map {
    let step = gruTrace(h, $0, p)
    h = step.h
    return step
  }
}

func gruCandidateGradient(_ dh: Vector, _ z: Vector) -> Vector { (1 - z) .* dh }

func gruUpdateGradient(_ dh: Vector, _ h: Vector, _ candidate: Vector) -> Vector { dh .* h - dh .* candidate }

func gruGateScoreGradient(_ d: Vector, _ gate: Vector) -> Vector { d .* (gate - gate .* gate) }

func gruCandidateScoreGradient(_ d: Vector, _ candidate: Vector) -> Vector { d - d .* candidate .* candidate }

func gruVisibleGradient(_ dac: Vector, _ Wh: Matrix) -> Vector { Wh.transposed * dac }

func gruScoreGradients(_ dh: Vector, _ h: Vector, _ step: GRUTrace, _ p: GRUWeights) -> GRUScoreGradients {
  let dz = gruUpdateGradient(dh, h, step.candidate)
  let dac = gruCandidateScoreGradient(gruCandidateGradient(dh, step.z), step.candidate)
  let dr = gruVisibleGradient(dac, p.Wh) .* h
  return GRUScoreGradients(daz: gruGateScoreGradient(dz, step.z), dar: gruGateScoreGradient(dr, step.r), dac: dac)
}

func gruPreviousGradient(_ dh: Vector, _ step: GRUTrace, _ d: GRUScoreGradients, _ p: GRUWeights) -> Vector {
  let throughGates = p.Wz.transposed * d.daz + p.Wr.transposed * d.dar
  let kept = dh .* step.z
  let seen = gruVisibleGradient(d.dac, p.Wh) .* step.r
  return kept + seen + Vector(throughGates.prefix(dh.count))
}

func gruGateWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  let parts = da.indices.map { outer(da[$0], concatenate(h[$0], x[$0])) }
  return parts.dropFirst().reduce(parts[0], +)
}

func gruRecurrentWeightGradient(_ dac: [Vector], _ r: [Vector], _ h: [Vector]) -> Matrix {
  let parts = dac.indices.map { outer(dac[$0], r[$0] .* h[$0]) }
  return parts.dropFirst().reduce(parts[0], +)
}

func gruBackward(_ x: [Vector], _ h0: Vector, _ p: GRUWeights, _ g: [Vector]) -> GRUGradients {
  let steps = gruTraces(h0, x, p)
  let h = [h0] + steps.dropLast().map(\.h)
  var d: [GRUScoreGradients] = []
  var dh = g[g.count - 1]
  for t in x.indices.reversed() {
    let scores = gruScoreGradients(dh, h[t], steps[t], p)
    dh = gruPreviousGradient(dh, steps[t], scores, p)
    d.insert(scores, at: 0)
  }
  let dWx = x.indices.map { outer(d[$0].dac, x[$0]) }
  return GRUGradients(
    dWz: gruGateWeightGradient(d.map(\.daz), h, x), dWr: gruGateWeightGradient(d.map(\.dar), h, x),
    dbz: total(d.map(\.daz)), dbr: total(d.map(\.dar)),
    dWh: gruRecurrentWeightGradient(d.map(\.dac), steps.map(\.r), h), dWx: dWx.dropFirst().reduce(dWx[0], +),
    dbh: total(d.map(\.dac)), dh0: dh)
}
