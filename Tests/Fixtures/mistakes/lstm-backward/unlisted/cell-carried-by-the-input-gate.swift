// expected: none
// mistaken: lstmBackward

private func throughGate(_ d: Vector, _ gate: Vector) -> Vector { d .* (gate - gate .* gate) }

private func throughTanh(_ d: Vector, _ value: Vector) -> Vector { d - d .* value .* value }

private func sum(_ v: [Vector]) -> Vector { v.dropFirst().reduce(v[0]) { $0 + $1 } }

func lstmTrace(_ h: Vector, _ c: Vector, _ x: Vector, _ p: LSTMWeights) -> LSTMTrace {
  func scores(_ W: Matrix, _ b: Vector) -> Vector { W * concatenate(h, x) + b }
  let (f, i, o) = (sigmoid(scores(p.Wf, p.bf)), sigmoid(scores(p.Wi, p.bi)), sigmoid(scores(p.Wo, p.bo)))
  let candidate = tanh(scores(p.Wc, p.bc))
  let cell = f .* c + i .* candidate
  return LSTMTrace(f: f, i: i, o: o, candidate: candidate, c: cell, h: o .* tanh(cell))
}

func lstmTraces(_ h0: Vector, _ c0: Vector, _ x: [Vector], _ p: LSTMWeights) -> [LSTMTrace] {
  var (h, c) = (h0, c0)
  return x.map {
    let step = lstmTrace(h, c, $0, p)
    (h, c) = (step.h, step.c)
    return step
  }
}

func lstmCellGradient(_ dh: Vector, _ fromNext: Vector, _ o: Vector, _ c: Vector) -> Vector {
  fromNext + throughTanh(o .* dh, tanh(c))
}

func lstmCarriedGradient(_ dc: Vector, _ f: Vector) -> Vector { f .* dc }

func lstmOutputScoreGradient(_ dh: Vector, _ o: Vector, _ c: Vector) -> Vector { throughGate(tanh(c) .* dh, o) }

func lstmForgetScoreGradient(_ dc: Vector, _ f: Vector, _ c: Vector) -> Vector { throughGate(c .* dc, f) }

func lstmInputScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  throughGate(candidate .* dc, i)
}

func lstmCandidateScoreGradient(_ dc: Vector, _ i: Vector, _ candidate: Vector) -> Vector {
  throughTanh(i .* dc, candidate)
}

func lstmScoreGradients(_ dh: Vector, _ dc: Vector, _ c: Vector, _ step: LSTMTrace) -> LSTMScoreGradients {
  LSTMScoreGradients(
    daf: lstmForgetScoreGradient(dc, step.f, c), dai: lstmInputScoreGradient(dc, step.i, step.candidate),
    dao: lstmOutputScoreGradient(dh, step.o, step.c), dac: lstmCandidateScoreGradient(dc, step.i, step.candidate))
}

func lstmHiddenGradient(_ d: LSTMScoreGradients, _ p: LSTMWeights) -> Vector {
  let pairs = [(p.Wf, d.daf), (p.Wi, d.dai), (p.Wo, d.dao), (p.Wc, d.dac)]
  return Vector(sum(pairs.map { $0.transposed * $1 }).prefix(d.daf.count))
}

func lstmWeightGradient(_ da: [Vector], _ h: [Vector], _ x: [Vector]) -> Matrix {
  let parts = da.indices.map { outer(da[$0], concatenate(h[$0], x[$0])) }
  return parts.dropFirst().reduce(parts[0], +)
}

func lstmBackward(_ x: [Vector], _ h0: Vector, _ c0: Vector, _ p: LSTMWeights, _ g: [Vector]) -> LSTMGradients {
  let steps = lstmTraces(h0, c0, x, p)
  let h = [h0] + steps.dropLast().map(\.h)
  let c = [c0] + steps.dropLast().map(\.c)
  var d: [LSTMScoreGradients] = []
  var (backH, backC) = (Vector.zeros(h0.count), Vector.zeros(c0.count))
  for t in x.indices.reversed() {
    let dh = backH + g[t]
    let dc = lstmCellGradient(dh, backC, steps[t].o, steps[t].c)
    d.insert(lstmScoreGradients(dh, dc, c[t], steps[t]), at: 0)
    backH = lstmHiddenGradient(d[0], p)
    backC = lstmCarriedGradient(dc, steps[t].i)
  }
  return LSTMGradients(
    dWf: lstmWeightGradient(d.map(\.daf), h, x), dWi: lstmWeightGradient(d.map(\.dai), h, x),
    dWo: lstmWeightGradient(d.map(\.dao), h, x), dWc: lstmWeightGradient(d.map(\.dac), h, x),
    dbf: sum(d.map(\.daf)), dbi: sum(d.map(\.dai)), dbo: sum(d.map(\.dao)), dbc: sum(d.map(\.dac)),
    dh0: backH, dc0: backC)
}
