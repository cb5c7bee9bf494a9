/// Draws indices with given weights, in the same time however many there are.
///
/// Walker's method: each of the equally likely places holds a share of its own index and leaves the rest to another.
package struct AliasTable: Sendable {
  private var thresholds: [UInt32]
  private var others: [Int32]

  /// Makes a table of weights from 0 on, of which one at least is above 0.
  package init(_ weights: [Double]) {
    let scale = Double(weights.count) / weights.reduce(0, +)
    var shares = weights.map { $0 * scale }
    thresholds = Array(repeating: .max, count: weights.count)
    others = (0..<Int32(weights.count)).map { $0 }
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    while let poor = small.popLast(), let rich = large.popLast() {
      thresholds[poor] = UInt32(shares[poor] * Double(UInt32.max))
      others[poor] = Int32(rich)
      shares[rich] -= 1 - shares[poor]
      if shares[rich] < 1 { small.append(rich) } else { large.append(rich) }
    }
  }

  /// Draws an index.
  @inline(__always)
  package func draw(_ draws: inout SeededDraws) -> Int32 {
    let bits = draws.next()
    let place = Int(((bits >> 32) &* UInt64(thresholds.count)) >> 32)
    return UInt32(truncatingIfNeeded: bits) <= thresholds[place] ? Int32(place) : others[place]
  }
}

extension AliasTable {
  /// The noise of negative sampling: words by their count to a power, 0.75 in word2vec.
  package init(counts: [Int], power exponent: Double) {
    self.init(counts.map { $0 > 0 ? power(Double($0), exponent) : 0 })
  }
}
