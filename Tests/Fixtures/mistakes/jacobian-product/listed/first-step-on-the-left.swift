// expected: product-in-reverse
// mistaken: jacobianProduct
// calling: carriedGradient

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  if t == k { return .identity(Wh.rows) }
  return stepJacobian(Wh, h[k + 1]) * jacobianProduct(Wh, h, k + 1, t)
}
