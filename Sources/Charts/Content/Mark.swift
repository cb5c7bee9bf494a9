/// Something drawn in a panel.
package enum Mark: Hashable, Sendable {
  /// Points joined by lines; a point that cannot be drawn interrupts it.
  case line([Point], Series)
  /// Points, each with the series' marker.
  case points([Point], Series)
  /// Bars that stand on 0.
  case bars([Bar], Series)
  /// Squares of one unit, the stronger in colour the larger their share.
  case cells([Cell], Series)
  /// An arrow from one point to another.
  case arrow(from: Point, to: Point, Series)
  /// The inside of a closed line, pale, so that what lies in it can be seen.
  case region([Point], Series)
  /// A thin line that only guides the eye.
  case guide(Point, Point)
  /// Words beside a point, in the colour of a series or in that of text.
  case label(String, at: Point, Placement, Series?)
}

/// One of the bars of a histogram or of named amounts.
package struct Bar: Hashable, Sendable {
  /// Where it begins and ends along the horizontal axis.
  package var extent: ClosedRange<Double>

  /// How high it is.
  package var height: Double

  /// Makes a bar.
  package init(_ extent: ClosedRange<Double>, height: Double) {
    self.extent = extent
    self.height = height
  }

  /// Makes the bar of the category at an index.
  package init(category: Int, height: Double) {
    self.init(Double(category) - 0.35...Double(category) + 0.35, height: height)
  }
}

/// One of the squares of a table that is told by shades.
package struct Cell: Hashable, Sendable {
  /// Its middle.
  package var middle: Point

  /// How strong its colour is, from 0, which can still be seen, to 1.
  package var share: Double

  /// Makes a square.
  package init(_ middle: Point, share: Double) {
    self.middle = middle
    self.share = share
  }
}

/// On which side of its point a label stands.
package enum Placement: Hashable, Sendable {
  case above, below, left, right, aboveLeft, aboveRight, belowLeft, belowRight
}

/// What belongs together: a name, and the colour, dashes and marker by which it is known.
///
/// No two of the six looks share the dashes of their lines or their marker, so that these are not told by colour alone.
/// Arrows are solid unless `isSolid` is false, and want a label or a legend.
package struct Series: Hashable, Sendable {
  /// Where the name stands.
  package enum Naming: Hashable, Sendable {
    /// At the right end of its line.
    case end
    /// In a legend above the panels.
    case legend
    /// Nowhere.
    case none
  }

  /// The name.
  package var name: String

  /// Which of the six looks it has, from 1.
  package var look: Int

  /// Where the name stands.
  package var naming: Naming

  /// Whether its lines are solid and its markers filled whatever the look, or else broken and hollow; nil for the look's.
  package var isSolid: Bool?

  /// Makes a series; looks beyond the sixth begin again.
  package init(_ name: String, look: Int, naming: Naming = .none, isSolid: Bool? = nil) {
    self.name = name
    self.look = (max(1, look) - 1) % ChartStyle.lookCount + 1
    self.naming = naming
    self.isSolid = isSolid
  }
}
