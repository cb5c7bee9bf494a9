// Every product is a loop over indices; the gradient is carried back without forming a Jacobian.

import LinearAlgebra

func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  var J = Matrix.zeros(Wh.rows, Wh.columns)
  for i in 0..<Wh.rows {
    for m in 0..<Wh.columns { J[i, m] = (1 - h[i] * h[i]) * Wh[i, m] }
  }
  return J
}

func jacobianProduct(_ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Matrix {
  let H = Wh.rows
  var product = Matrix.zeros(H, H)
  for i in 0..<H { product[i, i] = 1 }
  var j = k + 1
  while j <= t {
    var next = Matrix.zeros(H, H)
    for i in 0..<H {
      for m in 0..<H {
        var sum = 0.0
        for n in 0..<H { sum += Wh[i, n] * product[n, m] }
        next[i, m] = (1 - h[j][i] * h[j][i]) * sum
      }
    }
    product = next
    j += 1
  }
  return product
}

func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  let H = dht.count
  var dh = dht
  var j = t
  while j > k {
    var earlier = Vector.zeros(H)
    for m in 0..<H {
      for i in 0..<H { earlier[m] += Wh[i, m] * (1 - h[j][i] * h[j][i]) * dh[i] }
    }
    dh = earlier
    j -= 1
  }
  return dh
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  var stretched = Vector.zeros(A.rows)
  for i in 0..<A.rows {
    for m in 0..<A.columns { stretched[i] += A[i, m] * v[m] }
  }
  var w = Vector.zeros(A.columns)
  var squares = 0.0
  for m in 0..<A.columns {
    for i in 0..<A.rows { w[m] += A[i, m] * stretched[i] }
    squares += w[m] * w[m]
  }
  if squares == 0 { return w }
  for m in 0..<w.count { w[m] /= squares.squareRoot() }
  return w
}

func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var v = start
  for i in 0..<v.count { v[i] /= start.norm }
  var step = 0
  while step < steps {
    v = powerStep(A, v)
    step += 1
  }
  return v
}

func spectralNorm(_ A: Matrix, _ v: Vector) -> Double {
  var squares = 0.0
  for i in 0..<A.rows {
    var entry = 0.0
    for m in 0..<A.columns { entry += A[i, m] * v[m] }
    squares += entry * entry
  }
  return squares.squareRoot()
}

func slopeNorm(_ h: Vector) -> Double {
  var largest = 0.0
  for i in 0..<h.count where 1 - h[i] * h[i] > largest { largest = 1 - h[i] * h[i] }
  return largest
}

func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  var bound = 1.0
  for _ in k..<t { bound *= betaW * betaH }
  return bound
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  var product = 1.0
  var j = t
  while j > k {
    product = product * w * (1 - h[j] * h[j])
    j -= 1
  }
  return product
}
