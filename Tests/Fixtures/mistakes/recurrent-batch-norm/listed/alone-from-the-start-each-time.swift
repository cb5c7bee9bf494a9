// expected: batch-does-not-advance
// mistaken: evaluatedStates

func evaluatedStates(
  _ x: [Vector], _ start: NormalisedState, _ statistics: [StepStatistics], _ p: NormalisedLSTM
) -> [NormalisedState] {
  x.indices.map { t in
    let st = statistics[min(t, statistics.count - 1)]
    let fromState = normalised(p.Wh * start.h, st.meanH, st.varianceH, p.gammaH, p.epsilon)
    let fromInput = normalised(p.Wx * x[t], st.meanX, st.varianceX, p.gammaX, p.epsilon)
    return gatedState(fromState + fromInput + p.b, start.c)
  }
}
