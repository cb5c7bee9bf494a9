// expected: upper-end-included
// mistaken: noiseWord
// calling: noiseNegatives

func noiseWord(_ bounds: Vector, _ u: Double) -> Int {
  func first(_ number: Double) -> Int {
    var (below, above) = (-1, bounds.count)  // bounds[below] < number <= bounds[above]
    while above - below > 1 {
      let middle = (below + above) / 2
      if bounds[middle] < number { below = middle } else { above = middle }
    }
    return above
  }
  return first(min(u, bounds[bounds.count - 1]))
}
