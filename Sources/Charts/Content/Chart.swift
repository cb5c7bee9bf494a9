/// A drawing of numbers: one panel with axes or several of them, with what it shows in words.
///
/// Texts that are drawn may hold `*x*` for italics, `_{t}` for a subscript and `^{2}` for a superscript.
package struct Chart: Hashable, Sendable {
  /// How panels stand to each other.
  package enum Arrangement: Hashable, Sendable {
    /// One below the other.
    case column
    /// Side by side.
    case row
  }

  /// What the chart shows, in a few words.
  package var title: String

  /// What somebody who does not see the chart should know of it, numbers included.
  package var description: String

  /// The panels, in reading order.
  package var panels: [Panel]

  /// How the panels stand to each other.
  package var arrangement: Arrangement

  /// Makes a chart.
  package init(title: String, description: String, panels: [Panel], arrangement: Arrangement = .column) {
    self.title = title
    self.description = description
    self.panels = panels
    self.arrangement = arrangement
  }
}

/// Two axes and what is drawn between them.
package struct Panel: Hashable, Sendable {
  /// Words above the panel; empty for none.
  package var heading: String

  /// The horizontal axis.
  package var x: Axis

  /// The vertical axis.
  package var y: Axis

  /// The height of the plot in drawing units, where `hasEqualUnits` does not give it.
  package var height: Double

  /// Whether one unit is equally long along both axes, so that angles and lengths look right.
  package var hasEqualUnits: Bool

  /// What is drawn, what comes first lying below.
  package var marks: [Mark]

  /// Makes a panel.
  package init(
    heading: String = "", x: Axis, y: Axis, height: Double = 220, hasEqualUnits: Bool = false, marks: [Mark]
  ) {
    self.heading = heading
    self.x = x
    self.y = y
    self.height = height
    self.hasEqualUnits = hasEqualUnits
    self.marks = marks
  }
}

/// A place in the numbers of a panel.
package struct Point: Hashable, Sendable {
  /// Along the horizontal axis.
  package var x: Double

  /// Along the vertical axis.
  package var y: Double

  /// Makes a point.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
