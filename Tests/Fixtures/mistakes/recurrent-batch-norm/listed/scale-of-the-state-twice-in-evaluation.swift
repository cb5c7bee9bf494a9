// expected: one-scale-for-both
// mistaken: evaluatedStates

func evaluatedStates(
  _ x: [Vector], _ start: NormalisedState, _ statistics: [StepStatistics], _ p: NormalisedLSTM
) -> [NormalisedState] {
  var states: [NormalisedState] = []
  var now = start
  for t in x.indices {
    let st = t < statistics.count ? statistics[t] : statistics[statistics.count - 1]
    let fromState = normalised(p.Wh * now.h, st.meanH, st.varianceH, p.gammaH, p.epsilon)
    let fromInput = normalised(p.Wx * x[t], st.meanX, st.varianceX, p.gammaH, p.epsilon)
    now = gatedState(fromState + fromInput + p.b, now.c)
    states.append(now)
  }
  return states
}
