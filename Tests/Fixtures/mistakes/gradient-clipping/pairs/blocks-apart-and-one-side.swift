// expected: a-norm-for-each-block, one-side-only
// mistaken: clipByNorm, clipByValue

func clipByNorm(_ blocks: [Matrix], _ threshold: Double) -> [Matrix] {
  blocks.map { clippingFactor(blockNorm($0), threshold) * $0 }
}

func clipByValue(_ blocks: [Matrix], _ limit: Double) -> [Matrix] {
  var out = blocks
  for n in out.indices { out[n] = out[n].map { min($0, limit) } }
  return out
}
