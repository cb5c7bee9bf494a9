// Entry by entry, with indices and without a matrix product.

import LinearAlgebra

// Given: the parameters, of H units, inputs of length D and V words.

/// The parameters that all time steps share.
struct VanillaParameters {
  var Wh: Matrix  // H x H
  var Wx: Matrix  // H x D
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// The pre-activation a_t = Wh h_{t-1} + Wx x_t + bh; `h` is h_{t-1}, `x` is x_t.
func vanillaPreActivation(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  var a = Vector.zeros(p.bh.count)
  for i in 0..<a.count {
    a[i] = p.bh[i]
    for j in 0..<x.count { a[i] += p.Wx[i, j] * x[j] }
    for j in 0..<h.count { a[i] += p.Wh[i, j] * h[j] }
  }
  return a
}

/// One step of the cell: the state h_t = tanh(a_t); `h` is h_{t-1}, `x` is x_t.
func vanillaStep(_ h: Vector, _ x: Vector, _ p: VanillaParameters) -> Vector {
  var next = vanillaPreActivation(h, x, p)
  for i in 0..<next.count { next[i] = tanh(next[i]) }
  return next
}

/// The distribution of the next word, softmax(Wy h_t + by), finite for scores of any size; `h` is h_t.
func nextWordDistribution(_ h: Vector, _ p: VanillaParameters) -> Vector {
  var yHat = p.by
  for k in 0..<yHat.count {
    for i in 0..<h.count { yHat[k] += p.Wy[k, i] * h[i] }
  }
  var largest = yHat[0]
  for k in 0..<yHat.count where yHat[k] > largest { largest = yHat[k] }
  var total = 0.0
  for k in 0..<yHat.count {
    yHat[k] = exp(yHat[k] - largest)
    total += yHat[k]
  }
  for k in 0..<yHat.count { yHat[k] /= total }
  return yHat
}

/// The states of a whole sequence, h_1 to h_T, each from the one before; the first from `h0`.
func vanillaStates(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var states = [Vector](repeating: h0, count: x.count)
  for t in 0..<x.count { states[t] = vanillaStep(t == 0 ? h0 : states[t - 1], x[t], p) }
  return states
}

/// The distributions of a whole sequence, yHat_1 to yHat_T.
func vanillaOutputs(_ x: [Vector], _ h0: Vector, _ p: VanillaParameters) -> [Vector] {
  var yHat: [Vector] = []
  var h = h0
  for t in 0..<x.count {
    h = vanillaStep(h, x[t], p)
    yHat.append(nextWordDistribution(h, p))
  }
  return yHat
}
