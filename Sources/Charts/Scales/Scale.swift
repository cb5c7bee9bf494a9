internal import Glibc

/// Takes numbers of an axis to places in the drawing.
struct Scale: Hashable, Sendable {
  let kind: Axis.Kind
  let domain: ClosedRange<Double>
  /// Where the domain's lower bound lies, and where its upper one.
  let start: Double
  let end: Double

  /// Makes a scale; a domain that is a single number is widened.
  init(_ kind: Axis.Kind, domain: ClosedRange<Double>, start: Double, end: Double) {
    self.kind = kind
    self.start = start
    self.end = end
    if domain.lowerBound < domain.upperBound {
      self.domain = domain
    } else if kind == .logarithmic {
      self.domain = domain.lowerBound / 10...domain.lowerBound * 10
    } else {
      self.domain = domain.lowerBound - 1...domain.lowerBound + 1
    }
  }

  /// The place of a number; nil for one that has none, such as 0 on a logarithmic axis.
  func place(_ value: Double) -> Double? {
    guard value.isFinite, kind != .logarithmic || value > 0 else { return nil }
    let share =
      kind == .logarithmic
      ? log10(value / domain.lowerBound) / log10(domain.upperBound / domain.lowerBound)
      : (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    // What lies far outside is cut off anyway, and huge numbers make viewers err.
    return start + min(max(share, -10), 11) * (end - start)
  }
}
