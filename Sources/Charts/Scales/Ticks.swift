internal import Glibc

/// The places of an axis that bear numbers.
struct Ticks: Hashable, Sendable {
  let values: [Double]
  let labels: [String]

  /// Round numbers in the domain of an axis, about `count` of them at most, or a given step apart.
  init(_ axis: Axis, domain: ClosedRange<Double>, count: Int, step given: Double? = nil) {
    switch axis.kind {
    case .categories(let names):
      values = names.indices.map(Double.init)
      labels = names
    case .logarithmic:
      values = axis.ticks ?? Self.powers(domain, count: count)
      labels = values.map(NumberText.power)
    case .linear:
      if let ticks = axis.ticks {
        values = ticks
        let decimals = ticks.map { NumberText.decimalsNeeded($0) }.max() ?? 0
        labels = ticks.map { NumberText.fixed($0, decimals: decimals) }
      } else {
        let step = given ?? Self.step(domain.upperBound - domain.lowerBound, count: count)
        values = Self.multiples(of: step, in: domain)
        let decimals = NumberText.decimalsNeeded(step)
        labels = values.map { NumberText.fixed($0, decimals: decimals) }
      }
    }
  }

  /// The smallest of 1, 2, 5, 10 and so on, and their tenths, of which the length holds `count` at most.
  static func step(_ length: Double, count: Int) -> Double {
    let rough = length / Double(max(1, count))
    guard rough > 0, rough.isFinite else { return 1 }
    let exponent = floor(log10(rough))
    let power = pow(10, exponent)
    let factor = [1, 2, 5, 10].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
    // Dividing gives the number nearest to 0.2 where multiplying by 0.1 would not.
    return exponent < 0 ? factor / pow(10, -exponent) : factor * power
  }

  /// The domain widened to multiples of the step that suits it.
  static func widened(_ domain: ClosedRange<Double>, count: Int) -> ClosedRange<Double> {
    let step = step(domain.upperBound - domain.lowerBound, count: count)
    let lower = floor(domain.lowerBound / step + 1e-9) * step
    let upper = ceil(domain.upperBound / step - 1e-9) * step
    return lower...max(lower + step, upper)
  }

  /// The domain of a logarithmic axis widened to powers of ten.
  static func widenedToPowers(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let lower = floor(log10(domain.lowerBound) + 1e-9)
    let upper = max(lower + 1, ceil(log10(domain.upperBound) - 1e-9))
    return pow(10, lower)...pow(10, upper)
  }

  private static func multiples(of step: Double, in domain: ClosedRange<Double>) -> [Double] {
    let first = Int((domain.lowerBound / step - 1e-9).rounded(.up))
    let last = Int((domain.upperBound / step + 1e-9).rounded(.down))
    guard first <= last else { return [] }
    let inverse = (1 / step).rounded()
    return (first...last).map { step < 1 ? Double($0) / inverse : Double($0) * step }
  }

  private static func powers(_ domain: ClosedRange<Double>, count: Int) -> [Double] {
    let first = Int(ceil(log10(domain.lowerBound) - 1e-9))
    let last = Int(floor(log10(domain.upperBound) + 1e-9))
    guard first <= last else { return [] }
    let stride = max(1, Int((Double(last - first) / Double(max(1, count - 1))).rounded(.up)))
    return (first...last).filter { $0 % stride == 0 }.map { pow(10, Double($0)) }
  }
}
