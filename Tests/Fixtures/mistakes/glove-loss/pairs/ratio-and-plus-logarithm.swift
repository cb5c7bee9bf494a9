// expected: power-left-out, logarithm-added
// mistaken: gloveWeight, glovePairError
// calling: gloveLoss, gloveGradients

func gloveWeight(_ x: Double, _ xMax: Double, _ alpha: Double) -> Double {
  if x >= xMax { return 1 }
  return x / xMax
}

func glovePairError(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double
) -> Double {
  var prediction = wordBias + contextBias
  for k in w.indices { prediction += w[k] * c[k] }
  return prediction + log(x)
}
