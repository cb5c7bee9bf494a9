// expected: small-gradients-scaled-up
// mistaken: clippingFactor

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  if norm == 0 { return 1 }
  return threshold / norm
}
