// expected: divided-by-the-letters
// mistaken: classifierGradients

func classifierGradients(
  _ letters: [Int], _ label: Int, _ h0: Vector, _ p: ClassifierParameters
) -> ClassifierGradients {
  let h = letterStates(letters, h0, p)
  let dz = classScoreGradient(p.Wy * h[letters.count] + p.by, label)
  let da = letterPreActivationGradients(lastStateGradient(dz, p.Wy), h, p.Wh)
  var dWh = 0 * p.Wh
  var dbh = 0 * p.bh
  for t in 0..<da.count {
    dWh += outer(da[t], h[t])
    dbh += da[t]
  }
  return ClassifierGradients(
    dWx: letterWeightGradient(da, letters, p.Wx.columns) / Double(da.count), dWh: dWh / Double(da.count),
    dbh: dbh / Double(da.count), dWy: outer(dz, h[letters.count]), dby: dz)
}
