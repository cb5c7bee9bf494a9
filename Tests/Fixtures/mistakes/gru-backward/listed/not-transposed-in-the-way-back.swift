// expected: visible-not-transposed
// mistaken: gruPreviousGradient
// calling: gruBackward

func gruPreviousGradient(_ dh: Vector, _ step: GRUTrace, _ d: GRUScoreGradients, _ p: GRUWeights) -> Vector {
  let H = dh.count
  let gates = Vector((p.Wz.transposed * d.daz + p.Wr.transposed * d.dar).prefix(H))
  return dh .* step.z + (p.Wh * d.dac) .* step.r + gates
}
