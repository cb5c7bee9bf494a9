// expected: slope-on-the-columns, largest-eigenvalue
// mistaken: stepJacobian, powerStep
// calling: jacobianProduct, carriedGradient, powerIteration

func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  var J = Wh
  for m in h.indices { J[column: m] = (1 - h[m] * h[m]) * Wh[column: m] }
  return J
}

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  if t == k { return .identity(Wh.rows) }
  return stepJacobian(Wh, h[t]) * jacobianProduct(Wh, h, k, t - 1)
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  let w = A * v
  let size = w.norm
  return size == 0 ? w : w / size
}
