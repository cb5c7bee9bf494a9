// expected: none
// mistaken: analogyTarget

func analogyTarget(_ E: Matrix, _ a: Int, _ b: Int, _ c: Int) -> Vector {
  E[row: c] + 0.5 * (E[row: b] - E[row: a])
}
