// expected: candidate-slope-missing
// mistaken: gruScoreGradients
// calling: gruBackward

func gruScoreGradients(_ dh: Vector, _ h: Vector, _ step: GRUTrace, _ p: GRUWeights) -> GRUScoreGradients {
  let daz = dh .* (h - step.candidate) .* step.z .* (1 - step.z)
  let dac = dh .* (1 - step.z)
  let dr = (p.Wh.transposed * dac) .* h
  return GRUScoreGradients(daz: daz, dar: dr .* step.r .* (1 - step.r), dac: dac)
}
