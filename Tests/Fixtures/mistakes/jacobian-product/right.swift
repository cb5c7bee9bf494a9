// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

private func diagonal(_ v: Vector) -> Matrix {
  var D = Matrix.identity(v.count)
  for i in v.indices { D[i, i] = v[i] }
  return D
}

private func slope(_ h: Vector) -> Vector { h.map { (1 - $0) * (1 + $0) } }

func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  diagonal(slope(h)) * Wh
}

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  let n = Wh.rows
  var result = Matrix.identity(n)
  var j = t
  while j > k {
    // result <- result diag(1 - h_j^2) W
    var next = Matrix.zeros(n, n)
    for a in 0..<n {
      for b in 0..<n {
        for c in 0..<n { next[a, b] += result[a, c] * (1 - h[j][c] * h[j][c]) * Wh[c, b] }
      }
    }
    result = next
    j -= 1
  }
  return result
}

func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  jacobianProduct(Wh, h, k, t).transposed * dht
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  let w = (A.transposed * A) * v
  return w.norm == 0 ? Vector.zeros(v.count) : w / w.norm
}

func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  let unit = start / start.norm
  return steps == 0 ? unit : powerStep(A, powerIteration(A, unit, steps - 1))
}

func spectralNorm(_ A: Matrix, _ v: Vector) -> Double { (A * v).norm }

func slopeNorm(_ h: Vector) -> Double {
  slope(h).elements.max() ?? 0
}

func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  let steps = Double(t - k)
  return pow(betaW, steps) * pow(betaH, steps)
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  if k == t { return 1 }
  return scalarJacobian(w, h, k, t - 1) * w * (1 - h[t] * h[t])
}
