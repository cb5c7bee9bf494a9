// The product of Jacobians: write the functions below. Check your work with: gradus check jacobian-product
//
// The lecture's symbols: W_h are the recurrent weights, h[j] is the state h_j, and dh_t the gradient of a loss at h_t.

import LinearAlgebra

/// The Jacobian of one step, dh_j / dh_{j-1} = diag(1 - h_j .* h_j) W_h, from `h`, which is h_j.
func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  todo("diag(1 - h_j .* h_j) W_h")
}

/// The Jacobian over several steps, dh_t / dh_k: the product of J_t, J_{t-1} and so on to J_{k+1}; the identity for t = k.
///
/// `h` holds the states h_0, ..., h_T, and 0 <= k <= t <= T.
func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  todo("J_t J_{t-1} ... J_{k+1}")
}

/// The gradient at h_k of a loss whose gradient at h_t is `dht`, carried back one step at a time.
func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  todo("dh_k")
}

/// One step of the power iteration: A^T A v, brought to length 1; zeros where A^T A v is zero.
func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  todo("the next v")
}

/// The direction, of length 1, that `steps` steps of the power iteration make of `start`.
///
/// `start` is not zero. With enough steps, this is the direction that A stretches most.
func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  todo("the direction")
}

/// The spectral norm of A, its largest singular value, from the direction `v` that it stretches most, of length 1.
func spectralNorm(_ A: Matrix, _ v: Vector) -> Double {
  todo("the length of A v")
}

/// The spectral norm of diag(1 - h .* h): the largest slope of a tanh, from the state `h` behind it.
func slopeNorm(_ h: Vector) -> Double {
  todo("the largest slope")
}

/// The bound (beta_W beta_h)^(t - k) on the norm of dh_t / dh_k.
func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  todo("the bound")
}

/// The derivative of h_t by h_k for a single unit with the recurrent weight `w`; `h` holds the states h_0, ..., h_T.
func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  todo("the product of the factors")
}
