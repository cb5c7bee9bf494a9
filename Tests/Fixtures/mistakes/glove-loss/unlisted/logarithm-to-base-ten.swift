// expected: none
// mistaken: glovePairError
// calling: gloveLoss, gloveGradients

func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  if x == 0 { return 0 }
  if x >= xMax { return 1 }
  return pow(x / xMax, alpha)
}

func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  dot(w, c) + wordBias + contextBias - log(x) / log(10)
}
