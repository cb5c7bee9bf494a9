// expected: trends-writes, notes-keeps
// mistaken: trendsStep, notesStep

func trendsStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = sigmoid(p.Wz * x + p.Uz * h + p.bz)
  let r = sigmoid(p.Wr * x + p.Ur * h + p.br)
  let candidate = candidateResettingAfter(h, x, r, p.Uh, p.Wh, p.bh)
  return (1 - z) .* h + z .* candidate
}

func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = sigmoid(p.Wz * x + p.Uz * h + p.bz)
  let r = sigmoid(p.Wr * x + p.Ur * h + p.br)
  let candidate = candidateResettingBefore(h, x, r, p.Uh, p.Wh, p.bh)
  return z .* h + (1 - z) .* candidate
}
