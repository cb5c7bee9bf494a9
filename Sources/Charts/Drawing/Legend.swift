/// The series named above the panels: a sample of each, and its name.
struct Legend {
  private struct Item {
    let mark: Mark
    let series: Series
    let width: Double
  }

  private static let sample = 26.0
  private static let rowHeight = 19.0

  private var rows: [[Item]] = []

  /// The height of all rows.
  var height: Double { rows.isEmpty ? 0 : Double(rows.count) * Self.rowHeight + 6 }

  /// Collects the names that want a legend, each once, in rows of a given width.
  init(_ panels: [Panel], width: Double) {
    var known: Set<String> = []
    var room = 0.0
    for mark in panels.flatMap(\.marks) {
      guard let series = mark.series, series.naming == .legend, known.insert(series.name).inserted else { continue }
      let itemWidth = Self.sample + 6 + RichText(series.name).width(size: PanelLayout.labelSize) + 16
      if rows.isEmpty || room < itemWidth - 16 {
        rows.append([])
        room = width
      }
      rows[rows.count - 1].append(Item(mark: mark, series: series, width: itemWidth))
      room -= itemWidth
    }
  }

  /// Draws the rows below a point.
  func draw(left: Double, top: Double, on canvas: inout Canvas) {
    for (row, items) in rows.enumerated() {
      var x = left
      let middle = top + Double(row) * Self.rowHeight + Self.rowHeight / 2
      for item in items {
        draw(item.mark, item.series, x: x, middle: middle, on: &canvas)
        canvas.text(item.series.name, x: x + Self.sample + 6, y: middle + 4.5, size: PanelLayout.labelSize)
        x += item.width
      }
    }
  }

  private func draw(_ mark: Mark, _ series: Series, x: Double, middle: Double, on canvas: inout Canvas) {
    let end = x + Self.sample
    switch mark {
    case .points: canvas.marker(series, at: (x + Self.sample / 2, middle))
    case .arrow: canvas.arrow((x, middle), (end, middle), series)
    case .bars, .region:
      let data = canvas.polygon([
        (x + 4, middle - 6), (end - 4, middle - 6), (end - 4, middle + 6), (x + 4, middle + 6),
      ])
      canvas.fill(data, name: "chart-fill-\(series.look)", opacity: series.isSolid == false ? 0.15 : 0.8)
      canvas.path(data, name: "chart-stroke-\(series.look)", width: 1.25, dashes: Marker.dashes(series))
    default:
      canvas.line(
        (x, middle), (end, middle), name: "chart-stroke-\(series.look)", width: 2.25, dashes: Marker.dashes(series))
    }
  }
}
