// expected: none
// mistaken: jacobianProduct
// calling: carriedGradient

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  var product = Matrix.identity(Wh.rows)
  if t > k {
    for j in k + 1..<t { product = stepJacobian(Wh, h[j]) * product }
  }
  return product
}
