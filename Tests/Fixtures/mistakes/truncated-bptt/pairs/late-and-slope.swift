// expected: state-one-step-late, carried-before-the-slope
// mistaken: carriedStates, chunkPreActivationGradients
// calling: chunkGradients, truncatedBPTT

func chunkBounds(_ T: Int, _ k: Int) -> [Int] {
  let chunks = (T + k - 1) / k
  return (0...chunks).map { min($0 * k, T) }
}

private func step(_ h: Vector, _ x: Vector, _ p: ChunkParameters) -> Vector {
  tanh(p.bh + p.Wx * x + p.Wh * h)
}

private func score(_ h: Vector, _ p: ChunkParameters) -> Vector {
  p.by + p.Wy * h
}

func chunkStates(_ x: [Vector], _ start: Vector, _ p: ChunkParameters) -> [Vector] {
  x.reduce([start]) { $0 + [step($0[$0.count - 1], $1, p)] }
}

func carriedStates(_ x: [Vector], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> [Vector] {
  var carried: [Vector] = []
  var h = h0
  for (t, input) in x.enumerated() {
    h = step(h, input, p)
    if t % k == 0 { carried.append(h) }
  }
  return carried
}

func chunkLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> Double {
  var L = 0.0
  var h = start
  for (input, word) in zip(x, y) {
    h = step(h, input, p)
    L -= logSoftmax(score(h, p))[word]
  }
  return L
}

func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  var da: [Vector] = []
  var behind = Vector.zeros(p.bh.count)
  for t in dz.indices.reversed() {
    let dh = p.Wy.transposed * dz[t] + p.Wh.transposed * behind
    behind = dh
    let slope = 1 - h[t + 1] .* h[t + 1]
    da.insert(slope .* dh, at: 0)
  }
  return da
}

private func add(_ a: ChunkGradients, _ b: ChunkGradients) -> ChunkGradients {
  ChunkGradients(
    dWx: a.dWx + b.dWx, dWh: a.dWh + b.dWh, dbh: a.dbh + b.dbh, dWy: a.dWy + b.dWy, dby: a.dby + b.dby)
}

func chunkGradients(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> ChunkGradients {
  let h = chunkStates(x, start, p)
  let dz = y.indices.map { softmax(score(h[$0 + 1], p)) - Vector.oneHot(y[$0], count: p.by.count) }
  let da = chunkPreActivationGradients(dz, h, p)
  let steps = x.indices.map { t in
    ChunkGradients(
      dWx: outer(da[t], x[t]), dWh: outer(da[t], h[t]), dbh: da[t], dWy: outer(dz[t], h[t + 1]), dby: dz[t])
  }
  return steps.dropFirst().reduce(steps[0], add)
}

func truncatedBPTT(_ x: [Vector], _ y: [Int], _ h0: Vector, _ p: ChunkParameters, _ k: Int) -> ChunkGradients {
  let n = min(k, x.count)
  let first = chunkGradients(Array(x[..<n]), Array(y[..<n]), h0, p)
  if n == x.count { return first }
  let last = chunkStates(Array(x[..<n]), h0, p)[n]
  return add(first, truncatedBPTT(Array(x[n...]), Array(y[n...]), last, p, k))
}
