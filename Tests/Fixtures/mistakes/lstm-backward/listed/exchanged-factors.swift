// expected: input-and-candidate-exchanged
// mistaken: lstmScoreGradients
// calling: lstmBackward

func lstmScoreGradients(_ dh: Vector, _ dc: Vector, _ c: Vector, _ step: LSTMTrace) -> LSTMScoreGradients {
  let daf = dc .* c .* step.f .* (1 - step.f)
  let dai = dc .* step.i .* step.i .* (1 - step.i)
  let dao = dh .* tanh(step.c) .* step.o .* (1 - step.o)
  let dac = dc .* step.candidate .* (1 - step.candidate .* step.candidate)
  return LSTMScoreGradients(daf: daf, dai: dai, dao: dao, dac: dac)
}
