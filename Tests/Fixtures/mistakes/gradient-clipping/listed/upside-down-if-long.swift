// expected: factor-upside-down
// mistaken: clippingFactor

func clippingFactor(_ norm: Double, _ threshold: Double) -> Double {
  if norm <= threshold { return 1 }
  return norm / threshold
}
