// Every product over time is a step and what comes before it.

import LinearAlgebra

func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  outer(1 - h .* h, Vector.ones(h.count)) .* Wh
}

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  if t == k { return .identity(Wh.rows) }
  let middle = (k + t + 1) / 2
  if t == k + 1 { return stepJacobian(Wh, h[t]) }
  return jacobianProduct(Wh, h, middle, t) * jacobianProduct(Wh, h, k, middle)
}

func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  if t == k { return dht }
  let da = dht .* (1 - h[t] .* h[t])
  return carriedGradient(Wh.transposed * da, Wh, h, k, t - 1)
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  let w = A.transposed * (A * v)
  let largest = w.map { abs($0) }.max() ?? 0
  if largest == 0 { return w }
  let scaled = w / largest
  return scaled / scaled.norm
}

func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  steps == 0 ? start / start.norm : powerStep(A, powerIteration(A, start, steps - 1))
}

func spectralNorm(_ A: Matrix, _ v: Vector) -> Double {
  let image = A * v
  return dot(image, image).squareRoot()
}

func slopeNorm(_ h: Vector) -> Double {
  var slopes = h.map { 1 - $0 * $0 }
  slopes.sort()
  return slopes[slopes.count - 1]
}

func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  t == k ? 1 : betaW * betaH * jacobianBound(betaW, betaH, k, t - 1)
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  t == k ? 1 : w * (1 - h[t] * h[t]) * scalarJacobian(w, h, k, t - 1)
}
