// expected: not-brought-to-length-one
// mistaken: dominantDirection

func dominantDirection(_ S: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var v = start
  for _ in 0..<steps { v = S * v }
  return steps == 0 ? v : v / v.norm
}
