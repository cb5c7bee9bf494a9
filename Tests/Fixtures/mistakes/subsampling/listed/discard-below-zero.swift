// expected: not-clamped
// mistaken: discardProbability

func discardProbability(_ f: Double, _ t: Double) -> Double {
  if f == 0 { return 0 }
  return 1 - sqrt(t) / sqrt(f)
}
