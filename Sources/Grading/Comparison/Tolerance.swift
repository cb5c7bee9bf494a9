/// How close two numbers must be to count as equal.
///
/// The error is relative to the larger of the two numbers, and absolute where both are smaller than 1: `|a - b| / max(1, |a|, |b|)`. It
/// is not transitive, so it decides between a result and a reference, never between two results. Nothing is close to a number that is
/// not one, and infinities are close to nothing, themselves included: a reference is always finite.
package struct Tolerance: Hashable, Sendable {
  /// The largest error that counts as equal.
  package let largestError: Double

  /// Makes a tolerance.
  package init(_ largestError: Double) {
    self.largestError = largestError
  }

  /// Agreement of results with a reference.
  package static let results = Tolerance(1e-9)

  /// Agreement of derivatives with central differences.
  package static let centralDifferences = Tolerance(1e-6)

  /// The error between two numbers; not a number if either is.
  package static func error(_ a: Double, _ b: Double) -> Double {
    abs(a - b) / max(1, abs(a), abs(b))
  }

  /// Whether two numbers count as equal.
  ///
  /// Written so that a comparison that cannot be made is not a pass.
  package func accepts(_ a: Double, _ b: Double) -> Bool {
    a.isFinite && b.isFinite && Self.error(a, b) <= largestError
  }
}
