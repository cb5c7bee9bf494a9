// expected: gate-slope-left-out
// mistaken: lstmScoreGradients
// calling: lstmBackward

func lstmScoreGradients(_ dh: Vector, _ dc: Vector, _ c: Vector, _ step: LSTMTrace) -> LSTMScoreGradients {
  let dac = dc .* step.i .* (1 - step.candidate .* step.candidate)
  return LSTMScoreGradients(daf: dc .* c, dai: dc .* step.candidate, dao: dh .* tanh(step.c), dac: dac)
}
