// expected: logarithm-of-one-plus
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
  var prediction = wordBias + contextBias
  for k in w.indices { prediction += w[k] * c[k] }
  return prediction - log1p(x)
}
