// expected: none
// mistaken: softmaxGradients

func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  let probabilities = softmax(U * v)
  let dz = probabilities - Vector.oneHot(target, count: U.rows)
  return SoftmaxGradients(dv: U.transposed * dz, dU: outer(probabilities, v))
}
