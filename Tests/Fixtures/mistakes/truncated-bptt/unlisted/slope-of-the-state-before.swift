// expected: none
// mistaken: chunkPreActivationGradients
// calling: chunkGradients, truncatedBPTT

func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  let H = p.bh.count
  var da = [Vector](repeating: Vector.zeros(H), count: dz.count)
  var carried = Vector.zeros(H)
  for t in stride(from: dz.count - 1, through: 0, by: -1) {
    for i in 0..<H {
      var dh = carried[i]
      for v in 0..<dz[t].count { dh += p.Wy[v, i] * dz[t][v] }
      da[t][i] = dh * (1 - h[t][i] * h[t][i])
    }
    carried = p.Wh.transposed * da[t]
  }
  return da
}
