// expected: hennebert-resets-after
// mistaken: hennebertStep

private func part(_ W: Matrix, _ columns: Range<Int>) -> Matrix {
  var M = Matrix.zeros(W.rows, columns.count)
  for j in columns { M[column: j - columns.lowerBound] = W[column: j] }
  return M
}

private func gate(_ W: Matrix, _ U: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
  sigmoid(b + U * h + W * x)
}

func candidateResettingBefore(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  tanh(b + W * x + U * (h .* r))
}

func candidateResettingAfter(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  let fromState = U * h
  return tanh(fromState .* r + b + W * x)
}

func stateKeeping(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  candidate + z .* (h - candidate)
}

func stateWriting(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  stateKeeping(1 - z, h, candidate)
}

func gaoStep(_ h: Vector, _ x: Vector, _ p: GaoGRU) -> Vector {
  let state = 0..<h.count
  let input = h.count..<h.count + x.count
  let z = gate(part(p.Wz, input), part(p.Wz, state), p.bz, h, x)
  let r = gate(part(p.Wr, input), part(p.Wr, state), p.br, h, x)
  return stateKeeping(z, h, candidateResettingBefore(h, x, r, p.Wh, p.Wx, p.bh))
}

func trendsStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = gate(p.Wz, p.Uz, p.bz, h, x)
  let r = gate(p.Wr, p.Ur, p.br, h, x)
  return stateKeeping(z, h, candidateResettingAfter(h, x, r, p.Uh, p.Wh, p.bh))
}

func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = gate(p.Wz, p.Uz, p.bz, h, x)
  let r = gate(p.Wr, p.Ur, p.br, h, x)
  return stateWriting(z, h, candidateResettingBefore(h, x, r, p.Uh, p.Wh, p.bh))
}

func hennebertStep(_ h: Vector, _ x: Vector, _ p: JoinedGRU) -> Vector {
  let state = 0..<h.count
  let input = h.count..<h.count + x.count
  let u = gate(part(p.Wu, input), part(p.Wu, state), p.bu, h, x)
  let r = gate(part(p.Wr, input), part(p.Wr, state), p.br, h, x)
  return stateWriting(u, h, candidateResettingAfter(h, x, r, part(p.Wc, state), part(p.Wc, input), p.bc))
}

func withGateReversed(_ p: SeparateGRU) -> SeparateGRU {
  var q = p
  q.Wz = p.Wz.map { -$0 }
  q.Uz = p.Uz.map { -$0 }
  q.bz = p.bz.map { -$0 }
  return q
}

func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  var J = Matrix.zeros(U.rows, U.columns + W.columns)
  for j in 0..<U.columns { J[column: j] = U[column: j] }
  for j in 0..<W.columns { J[column: U.columns + j] = W[column: j] }
  return J
}

func gaoFromNotes(_ p: SeparateGRU) -> GaoGRU {
  let q = withGateReversed(p)
  let Wz = joinedMatrix(q.Uz, q.Wz)
  let Wr = joinedMatrix(q.Ur, q.Wr)
  return GaoGRU(Wz: Wz, bz: q.bz, Wr: Wr, br: q.br, Wh: q.Uh, Wx: q.Wh, bh: q.bh)
}

func hennebertFromNotes(_ p: SeparateGRU) -> JoinedGRU {
  let Wu = joinedMatrix(p.Uz, p.Wz)
  let Wr = joinedMatrix(p.Ur, p.Wr)
  let Wc = joinedMatrix(p.Uh, p.Wh)
  return JoinedGRU(Wu: Wu, bu: p.bz, Wr: Wr, br: p.br, Wc: Wc, bc: p.bh)
}

func resetDifference(_ U: Matrix, _ r: Vector, _ h: Vector) -> Vector {
  U * (r .* h) - (U * h) .* r
}
