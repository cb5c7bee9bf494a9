/// A formula in TeX, without the dollar signs.
package struct Formula: Hashable, Sendable {
  /// The TeX.
  package let tex: String
  /// Whether it is on display or within a text.
  package let isDisplay: Bool

  /// Makes a formula.
  package init(_ tex: String, isDisplay: Bool) {
    self.tex = tex
    self.isDisplay = isDisplay
  }
}
