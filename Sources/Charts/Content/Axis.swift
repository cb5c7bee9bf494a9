/// An axis of a panel: which numbers it shows, how they are spread and what they are.
package struct Axis: Hashable, Sendable {
  /// How numbers are spread along an axis.
  package enum Kind: Hashable, Sendable {
    /// Equal differences are equally long.
    case linear
    /// Equal ratios are equally long; numbers that are not above 0 are not drawn.
    case logarithmic
    /// The places 0, 1, 2 and so on, each with its name.
    case categories([String])
  }

  /// What the numbers are; empty for an axis that needs no words.
  package var label: String

  /// What they are counted in; empty for none.
  package var unit: String

  /// How they are spread.
  package var kind: Kind

  /// The smallest and the largest number; nil for those of the marks.
  package var range: ClosedRange<Double>?

  /// Where ticks stand; nil for round numbers.
  package var ticks: [Double]?

  /// Makes an axis.
  package init(
    _ label: String, unit: String = "", kind: Kind = .linear, range: ClosedRange<Double>? = nil, ticks: [Double]? = nil
  ) {
    self.label = label
    self.unit = unit
    self.kind = kind
    self.range = range
    self.ticks = ticks
  }

  /// The label with its unit.
  var caption: String {
    unit.isEmpty ? label : label.isEmpty ? unit : "\(label) (\(unit))"
  }
}
