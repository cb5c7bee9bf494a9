// No loop and no variable: map, zip and reduce.

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
  Array(stride(from: 0, to: T, by: k)) + [T]
}

/// The states of the tanh network over the inputs `x`, the given `start` first and then one for each step.
func chunkStates(_ x: [Vector], _ start: Vector, _ p: ChunkParameters) -> [Vector] {
  x.reduce([start]) { h, input in h + h.suffix(1).map { tanh(p.Wh * $0 + p.Wx * input + p.bh) } }
}

/// The state that each chunk starts from: `h0` for the first, for every other the last state of the chunk before.
func carriedStates(_ x: [Vector], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> [Vector] {
  zip(0..., chunkStates(x, h0, p).dropLast()).filter { $0.0 % k == 0 }.map { $0.1 }
}

/// The loss of one chunk, -sum_t log softmax(z_t)[y_t] over its own steps; `start` is the state that it starts from.
func chunkLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> Double {
  zip(chunkStates(x, start, p).dropFirst(), y).map { h, word in
    let z = p.Wy * h + p.by
    return logSumExp(z) - z[word]
  }.reduce(0, +)
}

/// The gradients da_t with respect to the pre-activations of one chunk; nothing comes in from behind its last step.
func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  zip(dz, h.dropFirst()).reversed().reduce([]) { later, step in
    let fromAbove = p.Wy.transposed * step.0
    let dh = later.first.map { fromAbove + p.Wh.transposed * $0 } ?? fromAbove
    return [dh .* (1 - step.1 .* step.1)] + later
  }
}

/// The gradients of one chunk's loss, the sum over its steps, with the state that it starts from taken as given.
func chunkGradients(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> ChunkGradients {
  let h = chunkStates(x, start, p)
  let dz = zip(h.dropFirst(), y).map { softmax(p.Wy * $0 + p.by) - Vector.oneHot($1, count: p.by.count) }
  let da = chunkPreActivationGradients(dz, h, p)
  let zero = zeroGradients(p)
  return ChunkGradients(
    dWx: zip(da, x).map { outer($0, $1) }.reduce(zero.dWx, +),
    dWh: zip(da, h).map { outer($0, $1) }.reduce(zero.dWh, +),
    dbh: da.reduce(zero.dbh, +), dWy: zip(dz, h.dropFirst()).map { outer($0, $1) }.reduce(zero.dWy, +),
    dby: dz.reduce(zero.dby, +))
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
