// expected: carried-without-transpose
// mistaken: carriedGradient

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  if t == k { return .identity(Wh.rows) }
  return stepJacobian(Wh, h[t]) * jacobianProduct(Wh, h, k, t - 1)
}

func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  jacobianProduct(Wh, h, k, t) * dht
}
