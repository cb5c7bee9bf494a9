// expected: none
// mistaken: clippingFactor

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  min(1, sqrt(threshold / norm))
}
