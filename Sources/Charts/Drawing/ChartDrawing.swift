extension Chart {
  /// The width of every chart in drawing units, which are about as large as the pixels of a phone.
  package static let width = 420.0

  private static let margin = 6.0
  private static let gap = 18.0

  /// The chart as SVG: the same bytes for the same chart.
  ///
  /// - Parameters:
  ///   - use: where it will stand.
  ///   - identifier: a name that no other element of the page has; those of its parts begin with it.
  package func svg(_ use: ChartUse, identifier: String) -> String { drawn(use, identifier: identifier).text }

  /// Where the texts of the drawing stand, and how large it is.
  package var placedTexts: (texts: [PlacedText], drawing: Box) {
    let drawn = drawn(.inline, identifier: "chart")
    return (drawn.texts, Box(x: 0, y: 0, width: Self.width, height: drawn.height))
  }

  private func drawn(_ use: ChartUse, identifier: String) -> (text: String, texts: [PlacedText], height: Double) {
    let inner = Self.width - 2 * Self.margin
    let legend = Legend(panels, width: inner)
    let layouts = layouts(left: Self.margin, top: Self.margin + legend.height, width: inner)
    let height = ((layouts.map(\.frame.bottom).max() ?? 0) + Self.margin).rounded(.up)
    var canvas = Canvas()
    canvas.begin(self, width: Self.width, height: height, use, identifier: identifier)
    legend.draw(left: Self.margin, top: Self.margin, on: &canvas)
    for (index, layout) in layouts.enumerated() {
      PanelDrawing(layout: layout, clip: "\(identifier)-plot-\(index + 1)").draw(on: &canvas)
    }
    canvas.writer.close("svg")
    return (canvas.writer.text, canvas.texts, height)
  }

  private func layouts(left: Double, top: Double, width: Double) -> [PanelLayout] {
    var layouts: [PanelLayout] = []
    var place = (x: left, y: top)
    let share = arrangement == .row ? (width - Self.gap * Double(panels.count - 1)) / Double(panels.count) : width
    // Plots that stand below each other begin at the same place.
    let labels = panels.map { PanelLayout($0, left: 0, top: 0, width: share).labelWidth }.max() ?? 0
    for panel in panels {
      let least = arrangement == .column ? labels : 0
      let layout = PanelLayout(panel, left: place.x, top: place.y, width: share, labelWidth: least)
      layouts.append(layout)
      switch arrangement {
      case .row: place.x += share + Self.gap
      case .column: place.y = layout.frame.bottom + Self.gap / 2
      }
    }
    return layouts
  }
}
