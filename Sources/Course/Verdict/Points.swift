/// Points earned out of those that could be.
package struct Points: Hashable, Sendable {
  /// The points earned.
  package var earned: Double

  /// The points that could be earned.
  package var possible: Double

  /// Makes points.
  package init(earned: Double, possible: Double) {
    self.earned = earned
    self.possible = possible
  }

  /// No points of none.
  package static let none = Points(earned: 0, possible: 0)

  /// The share earned, 0 to 1; 0 where nothing could be earned.
  package var fraction: Double { possible > 0 ? earned / possible : 0 }

  /// Adds both parts.
  package static func + (left: Points, right: Points) -> Points {
    Points(earned: left.earned + right.earned, possible: left.possible + right.possible)
  }
}

extension Points: CustomStringConvertible {
  /// For example `7.5 / 10`, with two decimals at most.
  package var description: String { "\(Self.short(earned)) / \(Self.short(possible))" }

  private static func short(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
