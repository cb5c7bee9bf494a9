// No variable: map, zip and reduce.

import LinearAlgebra

func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  Matrix((0..<Wh.rows).map { i in ((1 - h[i] * h[i]) * Wh[row: i]).elements })
}

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  h.prefix(t + 1).dropFirst(k + 1).reduce(Matrix.identity(Wh.rows)) { product, state in
    stepJacobian(Wh, state) * product
  }
}

func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  h.prefix(t + 1).dropFirst(k + 1).reversed().reduce(dht) { dh, state in
    Wh.transposed * (dh .* (1 - state .* state))
  }
}

private func brought(toLengthOne w: Vector) -> Vector {
  w.allSatisfy { $0 == 0 } ? w : w * (1 / w.norm)
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  brought(toLengthOne: A.transposed * (A * v))
}

func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  (0..<steps).reduce(brought(toLengthOne: start)) { v, _ in powerStep(A, v) }
}

func spectralNorm(_ A: Matrix, _ v: Vector) -> Double {
  sqrt((A * v).map { $0 * $0 }.sum)
}

func slopeNorm(_ h: Vector) -> Double {
  h.map { 1 - $0 * $0 }.max() ?? 0
}

func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  (k..<t).reduce(1) { bound, _ in bound * betaW * betaH }
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  (k..<t).map { w * (1 - h[$0 + 1] * h[$0 + 1]) }.reduce(1, *)
}
