// expected: carried-before-the-slope
// mistaken: chunkPreActivationGradients
// calling: chunkGradients, truncatedBPTT

func chunkPreActivationGradients(_ dz: [Vector], _ h: [Vector], _ p: ChunkParameters) -> [Vector] {
  let H = p.bh.count
  var da = [Vector](repeating: Vector.zeros(H), count: dz.count)
  var carried = Vector.zeros(H)
  for t in stride(from: dz.count - 1, through: 0, by: -1) {
    let dh = carried + p.Wy.transposed * dz[t]
    for i in 0..<H { da[t][i] = dh[i] * (1 - h[t + 1][i] * h[t + 1][i]) }
    carried = p.Wh.transposed * dh
  }
  return da
}
