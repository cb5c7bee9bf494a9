// expected: exponentials-of-large-scores
// mistaken: chunkLoss

func chunkLoss(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> Double {
  let h = chunkStates(x, start, p)
  var L = 0.0
  for t in 0..<x.count {
    let z = p.Wy * h[t + 1] + p.by
    L += log(exp(z).sum) - z[y[t]]
  }
  return L
}
