// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct GaoGRU {
  var Wz: Matrix
  var bz: Vector
  var Wr: Matrix
  var br: Vector
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
}

struct SeparateGRU {
  var Wz: Matrix
  var Uz: Matrix
  var bz: Vector
  var Wr: Matrix
  var Ur: Matrix
  var br: Vector
  var Wh: Matrix
  var Uh: Matrix
  var bh: Vector
}

struct JoinedGRU {
  var Wu: Matrix
  var bu: Vector
  var Wr: Matrix
  var br: Vector
  var Wc: Matrix
  var bc: Vector
}

func candidateResettingBefore(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  var a = b
  for i in b.indices {
    for j in h.indices { a[i] += U[i, j] * r[j] * h[j] }
    for j in x.indices { a[i] += W[i, j] * x[j] }
  }
  return tanh(a)
}

func candidateResettingAfter(
  _ h: Vector, _ x: Vector, _ r: Vector, _ U: Matrix, _ W: Matrix, _ b: Vector
) -> Vector {
  var a = b
  for i in b.indices {
    for j in h.indices { a[i] += r[i] * U[i, j] * h[j] }
    for j in x.indices { a[i] += W[i, j] * x[j] }
  }
  return tanh(a)
}

func stateKeeping(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  var new = h
  for i in h.indices { new[i] = z[i] * h[i] + (1 - z[i]) * candidate[i] }
  return new
}

func stateWriting(_ z: Vector, _ h: Vector, _ candidate: Vector) -> Vector {
  var new = h
  for i in h.indices { new[i] = (1 - z[i]) * h[i] + z[i] * candidate[i] }
  return new
}

func gaoStep(_ h: Vector, _ x: Vector, _ p: GaoGRU) -> Vector {
  let hx = concatenate(h, x)
  let z = sigmoid(p.Wz * hx + p.bz)
  let r = sigmoid(p.Wr * hx + p.br)
  let candidate = tanh(p.Wh * (r .* h) + p.Wx * x + p.bh)
  return z .* h + (1 - z) .* candidate
}

func trendsStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = sigmoid(p.Wz * x + p.Uz * h + p.bz)
  let r = sigmoid(p.Wr * x + p.Ur * h + p.br)
  let candidate = tanh(p.Wh * x + r .* (p.Uh * h) + p.bh)
  return z .* h + (1 - z) .* candidate
}

func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = sigmoid(p.Wz * x + p.Uz * h + p.bz)
  let r = sigmoid(p.Wr * x + p.Ur * h + p.br)
  let candidate = tanh(p.Wh * x + p.Uh * (r .* h) + p.bh)
  return h + z .* (candidate - h)
}

func hennebertStep(_ h: Vector, _ x: Vector, _ p: JoinedGRU) -> Vector {
  let hx = concatenate(h, x)
  let u = sigmoid(p.Wu * hx + p.bu)
  let r = sigmoid(p.Wr * hx + p.br)
  let candidate = tanh(p.Wc * concatenate(r .* h, x) + p.bc)
  return h + u .* (candidate - h)
}

func withGateReversed(_ p: SeparateGRU) -> SeparateGRU {
  SeparateGRU(
    Wz: -1.0 * p.Wz, Uz: -1.0 * p.Uz, bz: -1.0 * p.bz, Wr: p.Wr, Ur: p.Ur, br: p.br, Wh: p.Wh, Uh: p.Uh, bh: p.bh)
}

func joinedMatrix(_ U: Matrix, _ W: Matrix) -> Matrix {
  var J = Matrix.zeros(U.rows, U.columns + W.columns)
  for i in 0..<U.rows {
    for j in 0..<U.columns { J[i, j] = U[i, j] }
    for j in 0..<W.columns { J[i, U.columns + j] = W[i, j] }
  }
  return J
}

func gaoFromNotes(_ p: SeparateGRU) -> GaoGRU {
  GaoGRU(
    Wz: -1.0 * joinedMatrix(p.Uz, p.Wz), bz: -1.0 * p.bz, Wr: joinedMatrix(p.Ur, p.Wr), br: p.br, Wh: p.Uh, Wx: p.Wh,
    bh: p.bh)
}

func hennebertFromNotes(_ p: SeparateGRU) -> JoinedGRU {
  JoinedGRU(
    Wu: joinedMatrix(p.Uz, p.Wz), bu: p.bz, Wr: joinedMatrix(p.Ur, p.Wr), br: p.br, Wc: joinedMatrix(p.Uh, p.Wh),
    bc: p.bh)
}

func resetDifference(_ U: Matrix, _ r: Vector, _ h: Vector) -> Vector {
  var d = Vector.zeros(U.rows)
  for i in 0..<U.rows {
    for j in 0..<U.columns { d[i] += U[i, j] * h[j] * (r[j] - r[i]) }
  }
  return d
}
