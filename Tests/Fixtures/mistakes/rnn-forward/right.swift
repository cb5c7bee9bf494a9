// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct VanillaParameters {
  var Wh: Matrix
  var Wx: Matrix
  var bh: Vector
  var Wy: Matrix
  var by: Vector
}

func vanillaPreActivation(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  var a = p.bh
  for i in 0..<a.count {
    for j in 0..<h.count { a[i] += p.Wh[i, j] * h[j] }
    for j in 0..<x.count { a[i] += p.Wx[i, j] * x[j] }
  }
  return a
}

func vanillaStep(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  var next = vanillaPreActivation(h, x, p)
  for i in 0..<next.count { next[i] = tanh(next[i]) }
  return next
}

func nextWordDistribution(_ h: Vector, _ p: VanillaParameters) -> Vector {
  var z = p.by
  for v in 0..<z.count {
    for j in 0..<h.count { z[v] += p.Wy[v, j] * h[j] }
  }
  var m = z[0]
  for score in z { m = max(m, score) }
  var total = 0.0
  for v in 0..<z.count {
    z[v] = exp(z[v] - m)
    total += z[v]
  }
  return z / total
}

func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  guard let first = x.first else { return [] }
  let h1 = vanillaStep(h0, first, p)
  return [h1] + vanillaStates(Array(x.dropFirst()), h1, p)
}

func vanillaOutputs(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var outputs: [Vector] = []
  var h = h0
  for t in 0..<x.count {
    h = vanillaStep(h, x[t], p)
    outputs.append(nextWordDistribution(h, p))
  }
  return outputs
}
