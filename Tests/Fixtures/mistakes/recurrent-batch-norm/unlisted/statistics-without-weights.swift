// expected: none
// mistaken: stepStatistics

func stepStatistics(_ h: [Vector], _ x: [Vector], _ p: NormalisedLSTM) -> StepStatistics {
  StepStatistics(
    meanH: p.Wh * batchMean(h), varianceH: p.Wh * batchVariance(h), meanX: p.Wx * batchMean(x),
    varianceX: p.Wx * batchVariance(x))
}
