// expected: start-not-normalised
// mistaken: leadingDirection

func leadingDirection(_ X: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var w = start
  for _ in 0..<steps {
    let next = X.transposed * (X * w)
    w = next / next.norm
  }
  return w
}
