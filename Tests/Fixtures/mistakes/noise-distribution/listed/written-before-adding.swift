// expected: lower-ends-for-bounds
// mistaken: noiseBounds

func noiseBounds(_ p: Vector) -> Vector {
  var bounds = Vector.zeros(p.count)
  var running = 0.0
  for w in p.indices {
    bounds[w] = running
    running += p[w]
  }
  return bounds
}
