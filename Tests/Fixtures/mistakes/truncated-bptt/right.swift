// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct ChunkParameters {
  var Wx: Matrix
  var Wh: Matrix
  var bh: Vector
  var Wy: Matrix
  var by: Vector
}

struct ChunkGradients {
  var dWx: Matrix
  var dWh: Matrix
  var dbh: Vector
  var dWy: Matrix
  var dby: Vector
}

func chunkBounds(_ T: Int, _ k: Int) -> [Int] {
  var bounds = [0]
  var next = k
  while next < T {
    bounds.append(next)
    next += k
  }
  bounds.append(T)
  return bounds
}

func chunkStates(_ x: [Vector], _ start: Vector, _ p: ChunkParameters) -> [Vector] {
  var h = [start]
  for t in 0..<x.count {
    var a = p.bh
    for i in 0..<a.count {
      for j in 0..<a.count { a[i] += p.Wh[i, j] * h[t][j] }
      for j in 0..<x[t].count { a[i] += p.Wx[i, j] * x[t][j] }
      a[i] = tanh(a[i])
    }
    h.append(a)
  }
  return h
}

func carriedStates(_ x: [Vector], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> [Vector] {
  let bounds = chunkBounds(x.count, k)
  let h = chunkStates(x, h0, p)
  var carried: [Vector] = []
  for c in 0..<(bounds.count - 1) { carried.append(h[bounds[c]]) }
  return carried
}

func chunkLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> Double {
  let h = chunkStates(x, start, p)
  var L = 0.0
  for t in 0..<x.count {
    let z = p.Wy * h[t + 1] + p.by
    L += logSumExp(z) - z[y[t]]
  }
  return L
}

func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  let H = p.bh.count
  var da = [Vector](repeating: Vector.zeros(H), count: dz.count)
  var carried = Vector.zeros(H)
  for t in stride(from: dz.count - 1, through: 0, by: -1) {
    for i in 0..<H {
      var dh = carried[i]
      for v in 0..<dz[t].count { dh += p.Wy[v, i] * dz[t][v] }
      da[t][i] = dh * (1 - h[t + 1][i] * h[t + 1][i])
    }
    carried = p.Wh.transposed * da[t]
  }
  return da
}

func chunkGradients(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> ChunkGradients {
  let h = chunkStates(x, start, p)
  var dz: [Vector] = []
  for t in 0..<x.count {
    var d = softmax(p.Wy * h[t + 1] + p.by)
    d[y[t]] -= 1
    dz.append(d)
  }
  let da = chunkPreActivationGradients(dz, h, p)
  var g = ChunkGradients(dWx: 0 * p.Wx, dWh: 0 * p.Wh, dbh: 0 * p.bh, dWy: 0 * p.Wy, dby: 0 * p.by)
  for t in 0..<x.count {
    g.dWx += outer(da[t], x[t])
    g.dWh += outer(da[t], h[t])
    g.dbh += da[t]
    g.dWy += outer(dz[t], h[t + 1])
    g.dby += dz[t]
  }
  return g
}

func truncatedBPTT(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> ChunkGradients {
  var total = ChunkGradients(dWx: 0 * p.Wx, dWh: 0 * p.Wh, dbh: 0 * p.bh, dWy: 0 * p.Wy, dby: 0 * p.by)
  let bounds = chunkBounds(x.count, k)
  let starts = carriedStates(x, h0, p, k)
  for c in 0..<starts.count {
    let inputs = Array(x[bounds[c]..<bounds[c + 1]])
    let targets = Array(y[bounds[c]..<bounds[c + 1]])
    let g = chunkGradients(inputs, targets, starts[c], p)
    total.dWx += g.dWx
    total.dWh += g.dWh
    total.dbh += g.dbh
    total.dWy += g.dWy
    total.dby += g.dby
  }
  return total
}
