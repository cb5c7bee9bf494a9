// expected: one-factor-too-many
// mistaken: scalarJacobian

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  if t == k { return .identity(Wh.rows) }
  return stepJacobian(Wh, h[t]) * jacobianProduct(Wh, h, k, t - 1)
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  (k...t).map { w * (1 - h[$0] * h[$0]) }.reduce(1, *)
}
