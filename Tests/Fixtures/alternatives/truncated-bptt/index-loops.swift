// Entry by entry, with indices and without a matrix product.

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
  var bounds: [Int] = []
  var begin = 0
  while begin < T {
    bounds.append(begin)
    begin += k
  }
  bounds.append(T)
  return bounds
}

/// The states of the tanh network over the inputs `x`, the given `start` first and then one for each step.
func chunkStates(_ x: [Vector], _ start: Vector, _ p: ChunkParameters) -> [Vector] {
  var h = [Vector](repeating: start, count: x.count + 1)
  for t in 0..<x.count {
    for i in 0..<start.count {
      var a = p.bh[i]
      for j in 0..<start.count { a += p.Wh[i, j] * h[t][j] }
      for j in 0..<x[t].count { a += p.Wx[i, j] * x[t][j] }
      h[t + 1][i] = tanh(a)
    }
  }
  return h
}

/// The state that each chunk starts from: `h0` for the first, for every other the last state of the chunk before.
func carriedStates(_ x: [Vector], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> [Vector] {
  let h = chunkStates(x, h0, p)
  var starts: [Vector] = []
  var t = 0
  while t < x.count {
    starts.append(h[t])
    t += k
  }
  return starts
}

/// The loss of one chunk, -sum_t log softmax(z_t)[y_t] over its own steps; `start` is the state that it starts from.
func chunkLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> Double {
  let h = chunkStates(x, start, p)
  var loss = 0.0
  for t in x.indices {
    let z = p.Wy * h[t + 1] + p.by
    loss -= logSoftmax(z)[y[t]]
  }
  return loss
}

/// The gradients da_t with respect to the pre-activations of one chunk; nothing comes in from behind its last step.
func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  var da = [Vector](repeating: Vector.zeros(p.bh.count), count: dz.count + 1)
  for t in stride(from: dz.count - 1, through: 0, by: -1) {
    for j in 0..<p.bh.count {
      var dh = 0.0
      for i in 0..<p.by.count { dh += p.Wy[i, j] * dz[t][i] }
      for i in 0..<p.bh.count { dh += p.Wh[i, j] * da[t + 1][i] }
      da[t][j] = dh * (1 - h[t + 1][j] * h[t + 1][j])
    }
  }
  da.removeLast()
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
