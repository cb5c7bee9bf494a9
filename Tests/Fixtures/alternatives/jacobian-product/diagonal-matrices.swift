// The slopes are written as diagonal matrices, and the product is taken from the left.

import LinearAlgebra

private func diagonal(_ v: Vector) -> Matrix {
  var D = Matrix.zeros(v.count, v.count)
  for (i, entry) in v.enumerated() { D[i, i] = entry }
  return D
}

func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  diagonal(1 - h .* h) * Wh
}

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  var product = Matrix.identity(Wh.rows)
  for j in stride(from: t, to: k, by: -1) { product = product * stepJacobian(Wh, h[j]) }
  return product
}

func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  jacobianProduct(Wh, h, k, t).transposed * dht
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  let w = (A.transposed * A) * v
  guard w.norm != 0 else { return Vector.zeros(w.count) }
  return w / w.norm
}

func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  let square = A.transposed * A
  var v = start / start.norm
  for _ in 0..<steps {
    let w = square * v
    if w.norm == 0 { return w }
    v = w / w.norm
  }
  return v
}

func spectralNorm(_ A: Matrix, _ v: Vector) -> Double {
  sqrt(dot(v, (A.transposed * A) * v))
}

func slopeNorm(_ h: Vector) -> Double {
  var nearest = abs(h[0])
  for entry in h { nearest = min(nearest, abs(entry)) }
  return 1 - nearest * nearest
}

func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  pow(betaW, Double(t - k)) * pow(betaH, Double(t - k))
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  pow(w, Double(t - k)) * h[(k + 1)...].prefix(t - k).map { (1 - $0) * (1 + $0) }.reduce(1, *)
}
