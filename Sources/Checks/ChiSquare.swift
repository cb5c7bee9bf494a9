/// Pearson's chi-square test, by which checks judge what was drawn.
enum ChiSquare {
  /// Whether counts fit the numbers that are expected; what is expected never may not have come.
  ///
  /// The bar is the point that one right sampler in a million exceeds, by Wilson and Hilferty's cube root (1931).
  static func accepts(_ counts: [Int], expected: [Double]) -> Bool {
    var (statistic, freedom) = (0.0, -1.0)
    for (count, expected) in zip(counts, expected) {
      guard expected > 0 else {
        if count > 0 { return false }
        continue
      }
      let difference = Double(count) - expected
      statistic += difference * difference / expected
      freedom += 1
    }
    let root = 1 - 2 / (9 * freedom) + 4.7534 * (2 / (9 * freedom)).squareRoot()
    return statistic <= freedom * root * root * root
  }
}
