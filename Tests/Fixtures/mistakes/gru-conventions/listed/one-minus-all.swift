// expected: weights-subtracted-from-one
// mistaken: withGateReversed

func withGateReversed(_ p: SeparateGRU) -> SeparateGRU {
  func flipped(_ W: Matrix) -> Matrix { W.map { 1 - $0 } }
  var q = p
  q.Wz = flipped(p.Wz)
  q.Uz = flipped(p.Uz)
  q.bz = 1 - p.bz
  return q
}
