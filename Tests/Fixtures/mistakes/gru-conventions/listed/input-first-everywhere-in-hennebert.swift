// expected: input-joined-first
// mistaken: hennebertStep

func hennebertStep(_ h: Vector, _ x: Vector, _ p: JoinedGRU) -> Vector {
  let xh = concatenate(x, h)
  let u = sigmoid(p.Wu * xh + p.bu)
  let r = sigmoid(p.Wr * xh + p.br)
  let candidate = tanh(p.Wc * concatenate(x, r .* h) + p.bc)
  return h + u .* (candidate - h)
}
