// Unstable: the logarithm is taken of a probability that has underflowed.

import LinearAlgebra

// Given: the parameters, of H units, inputs of length D and V words, and their gradients.

/// The parameters that all time steps share.
struct ChunkParameters {
  var Wx: Matrix  // H x D
  var Wh: Matrix  // H x H
  var bh: Vector  // H
  var Wy: Matrix  // V x H
  var by: Vector  // V
}

/// The gradient of a loss with respect to each parameter, each of its parameter's shape.
struct ChunkGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
}

/// Where the chunks of `k` steps begin and end: 0, k, 2k and so on, and last T itself.
func chunkBounds(_ T: Int, _ k: Int) -> [Int] {
  var bounds = [0]
  while let last = bounds.last, last < T {
    bounds.append(min(last + k, T))
  }
  return bounds
}

/// The states of the tanh network over the inputs `x`, the given `start` first and then one for each step.
func chunkStates(_ x: [Vector], _ start: Vector, _ p: ChunkParameters) -> [Vector] {
  var h = [start]
  for t in x.indices {
    let a = p.Wh * h[t] + p.Wx * x[t] + p.bh
    h.append(tanh(a))
  }
  return h
}

/// The state that each chunk starts from: `h0` for the first, for every other the last state of the chunk before.
func carriedStates(_ x: [Vector], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> [Vector] {
  let bounds = chunkBounds(x.count, k)
  let h = chunkStates(x, h0, p)
  return bounds.dropLast().map { h[$0] }
}

/// The loss of one chunk, -sum_t log softmax(z_t)[y_t] over its own steps; `start` is the state that it starts from.
func chunkLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> Double {
  let h = chunkStates(x, start, p)
  return x.indices.map { t in -log(softmax(p.Wy * h[t + 1] + p.by)[y[t]]) }.reduce(0, +)
}

/// The gradients da_t with respect to the pre-activations of one chunk; nothing comes in from behind its last step.
func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  var da = dz
  var daNext = Vector.zeros(p.bh.count)  // the cut: the chunk behind says nothing
  for t in dz.indices.reversed() {
    let dh = p.Wy.transposed * dz[t] + p.Wh.transposed * daNext
    let slope = 1 - h[t + 1] .* h[t + 1]
    da[t] = dh .* slope
    daNext = da[t]
  }
  return da
}

/// The gradients of one chunk's loss, the sum over its steps, with the state that it starts from taken as given.
func chunkGradients(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> ChunkGradients {
  let h = chunkStates(x, start, p)
  let dz = x.indices.map { t in
    softmax(p.Wy * h[t + 1] + p.by) - Vector.oneHot(y[t], count: p.by.count)
  }
  let da = chunkPreActivationGradients(dz, h, p)

  var gradients = zeroGradients(p)
  for t in x.indices {
    gradients.dWx += outer(da[t], x[t])
    gradients.dWh += outer(da[t], h[t])
    gradients.dbh += da[t]
    gradients.dWy += outer(dz[t], h[t + 1])
    gradients.dby += dz[t]
  }
  return gradients
}

/// The gradients of truncated backpropagation through time: those of all chunks of `k` steps, added up.
func truncatedBPTT(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> ChunkGradients {
  let bounds = chunkBounds(x.count, k)
  let starts = carriedStates(x, h0, p, k)
  var total = zeroGradients(p)
  for (chunk, start) in starts.enumerated() {
    let steps = bounds[chunk]..<bounds[chunk + 1]
    let gradients = chunkGradients(Array(x[steps]), Array(y[steps]), start, p)
    total.dWx += gradients.dWx
    total.dWh += gradients.dWh
    total.dbh += gradients.dbh
    total.dWy += gradients.dWy
    total.dby += gradients.dby
  }
  return total
}

/// Gradients of the parameters' shapes, all zero.
private func zeroGradients(_ p: ChunkParameters) -> ChunkGradients {
  let H = p.bh.count
  return ChunkGradients(
    dWx: .zeros(H, p.Wx.columns), dWh: .zeros(H, H), dbh: .zeros(H), dWy: .zeros(p.Wy.rows, H), dby: .zeros(p.by.count))
}
