// expected: none
// mistaken: gramStep

func gramStep(_ X: Matrix, _ w: Vector) -> Vector {
  let g = X.transposed * (X * w)
  return g / (g.map { abs($0) }.max() ?? 1)
}
