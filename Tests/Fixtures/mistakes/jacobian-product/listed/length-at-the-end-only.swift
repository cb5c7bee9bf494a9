// expected: not-brought-to-length-one
// mistaken: powerIteration

// Everything entry by entry; no function leans on another.
func stepJacobian(_ Wh: Matrix, _ h: Vector) -> Matrix {
  var J = Matrix.zeros(h.count, h.count)
  for i in 0..<h.count {
    for m in 0..<h.count { J[i, m] = (1 - h[i] * h[i]) * Wh[i, m] }
  }
  return J
}

func carriedGradient(_ dht: Vector, _ Wh: Matrix, _ h: [Vector], _ k: Int, _ t: Int) -> Vector {
  var g = dht
  for j in stride(from: t, to: k, by: -1) {
    let inside = g .* (1 - h[j] .* h[j])
    var before = Vector.zeros(g.count)
    for m in before.indices {
      for i in inside.indices { before[m] += Wh[i, m] * inside[i] }
    }
    g = before
  }
  return g
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  let forth = A * v
  let back = A.transposed * forth
  let size = back.norm
  if size == 0 { return back }
  return back / size
}

func powerIteration(_ A: Matrix, _ start: Vector, _ steps: Int) -> Vector {
  var v = start
  for _ in 0..<steps { v = A.transposed * (A * v) }
  return v / v.norm
}

func spectralNorm(_ A: Matrix, _ v: Vector) -> Double {
  let stretched = A * v
  return sqrt(stretched.squaredNorm)
}

func slopeNorm(_ h: Vector) -> Double {
  var largest = 0.0
  for unit in h where 1 - unit * unit > largest { largest = 1 - unit * unit }
  return largest
}

func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  var bound = 1.0
  for _ in 0..<(t - k) { bound *= betaW * betaH }
  return bound
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  var slopes = 1.0
  for j in k..<t { slopes *= 1 - h[j + 1] * h[j + 1] }
  return slopes * pow(w, Double(t - k))
}
