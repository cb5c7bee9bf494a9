// expected: scaled-by-the-dropped-share
// mistaken: dropoutMask

func dropoutMask(_ u: Vector, _ keep: Double) -> Vector {
  let drop = keep
  var mask = Vector.zeros(u.count)
  for i in u.indices where u[i] < 1 - drop { mask[i] = 1 / (1 - drop) }
  return mask
}
