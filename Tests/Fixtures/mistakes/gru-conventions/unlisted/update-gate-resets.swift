// expected: none
// mistaken: notesStep

func notesStep(_ h: Vector, _ x: Vector, _ p: SeparateGRU) -> Vector {
  let z = sigmoid(p.Wz * x + p.Uz * h + p.bz)
  let r = sigmoid(p.Wr * x + p.Ur * h + p.br)
  let candidate = tanh(p.Wh * x + p.Uh * (z .* h) + p.bh)
  return h + r .* (candidate - h)
}
