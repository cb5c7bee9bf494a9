// Less accurate: a small number keeps the quotient finite for a vector of zeros, and spoils all others.

import LinearAlgebra

/// The Jacobian of one step, dh_j / dh_{j-1} = diag(1 - h_j .* h_j) W_h, from `h`, which is h_j.
func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  let slope = 1 - h .* h  // tanh'(a_j), by way of h_j
  var J = Wh
  for i in slope.indices { J[row: i] = slope[i] * Wh[row: i] }
  return J
}

/// The Jacobians of the steps k + 1, ..., t, in this order.
private func stepJacobians(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> [Matrix] {
  h[k + 1..<t + 1].map { stepJacobian(Wh, $0) }
}

/// The Jacobian over several steps, dh_t / dh_k: the product of J_t, J_{t-1} and so on to J_{k+1}; the identity for t = k.
///
/// `h` holds the states h_0, ..., h_T, and 0 <= k <= t <= T.
func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  var product = Matrix.identity(Wh.rows)
  for J in stepJacobians(Wh, h, k, t) {
    product = J * product  // the later step on the left
  }
  return product
}

/// The gradient at h_k of a loss whose gradient at h_t is `dht`, carried back one step at a time.
func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  var dh = dht
  for J in stepJacobians(Wh, h, k, t).reversed() {
    dh = J.transposed * dh
  }
  return dh
}

/// One step of the power iteration: A^T A v, brought to length 1; zeros where A^T A v is zero.
func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  let w = A.transposed * (A * v)
  let length = w.norm
  return w / (length + 1e-8)
}

/// The direction, of length 1, that `steps` steps of the power iteration make of `start`.
///
/// `start` is not zero. With enough steps, this is the direction that A stretches most.
func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(start / start.norm) { v, _ in powerStep(A, v) }
}

/// The spectral norm of A, its largest singular value, from the direction `v` that it stretches most, of length 1.
func spectralNorm(_ A: Matrix, _ v: Vector) -> Double {
  (A * v).norm
}

/// The spectral norm of diag(1 - h .* h): the largest slope of a tanh, from the state `h` behind it.
func slopeNorm(_ h: Vector) -> Double {
  let slope = 1 - h .* h
  return slope.reduce(0, max)
}

/// The bound (beta_W beta_h)^(t - k) on the norm of dh_t / dh_k.
func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  let perStep = betaW * betaH
  return pow(perStep, Double(t - k))
}

/// The derivative of h_t by h_k for a single unit with the recurrent weight `w`; `h` holds the states h_0, ..., h_T.
func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  var product = 1.0
  for hj in h[k + 1..<t + 1] { product *= w * (1 - hj * hj) }
  return product
}
