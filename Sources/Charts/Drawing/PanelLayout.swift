/// Where the parts of a panel lie.
struct PanelLayout {
  static let tickSize = 12.0
  static let labelSize = 13.0

  let panel: Panel
  let x: Scale
  let y: Scale
  let xTicks: Ticks
  let yTicks: Ticks
  /// The panel with its words, and the plot within it.
  let frame: Box
  let plot: Box
  /// The width of the widest number beside the vertical axis.
  let labelWidth: Double

  /// Lays a panel out below a point, in a given width, with room for numbers of a given width at least.
  init(_ panel: Panel, left: Double, top: Double, width: Double, labelWidth least: Double = 0) {
    self.panel = panel
    let (xDomain, yDomain) = Self.domains(panel)

    let plotTop = top + (panel.heading.isEmpty ? 0 : 20) + (panel.y.caption.isEmpty ? 8 : 26)
    let names = panel.endNames.map { RichText($0.name).width(size: Self.labelSize) }
    let rightMargin = max(12, (names.max() ?? -2) + 14)
    let horizontal = max(2, Int(width / 58))
    let step =
      panel.hasEqualUnits ? Ticks.step(xDomain.upperBound - xDomain.lowerBound, count: horizontal) : nil
    let vertical = max(2, Int(panel.height / 38))
    xTicks = Ticks(panel.x, domain: xDomain, count: horizontal, step: step)
    yTicks = Ticks(panel.y, domain: yDomain, count: vertical, step: step)

    let widest = yTicks.labels.map { RichText($0).width(size: Self.tickSize) }.max() ?? 0
    labelWidth = max(widest, least)
    let plotLeft = left + labelWidth + 8
    let plotWidth = max(40, left + width - rightMargin - plotLeft)
    let ratio = (yDomain.upperBound - yDomain.lowerBound) / (xDomain.upperBound - xDomain.lowerBound)
    let height = panel.hasEqualUnits ? plotWidth * ratio : panel.height
    plot = Box(x: plotLeft, y: plotTop, width: plotWidth, height: height)
    let scale = Scale(panel.x.kind, domain: xDomain, start: plot.x, end: plot.right)
    x = scale
    y = Scale(panel.y.kind, domain: yDomain, start: plot.bottom, end: plot.y)

    let ticks = xTicks
    let rows = ticks.values.indices.map { Self.tickLines($0, ticks, scale, panel.x).count }.max() ?? 0
    let below = 6 + Double(rows) * 15 + (panel.x.caption.isEmpty ? 0 : 19)
    frame = Box(x: left, y: top, width: width, height: plot.bottom + below - top)
  }

  /// The place of a point; nil where it has none.
  func place(_ point: Point) -> (x: Double, y: Double)? {
    guard let x = x.place(point.x), let y = y.place(point.y) else { return nil }
    return (x, y)
  }

  /// The lines of a tick's label: names of categories are broken where they are wider than their room.
  func lines(ofTick index: Int) -> [String] { Self.tickLines(index, xTicks, x, panel.x) }

  private static func tickLines(_ index: Int, _ ticks: Ticks, _ scale: Scale, _ axis: Axis) -> [String] {
    guard case .categories(let names) = axis.kind, !names.isEmpty else { return [ticks.labels[index]] }
    let room = (scale.end - scale.start) / Double(names.count) - 6
    var lines: [String] = []
    for word in ticks.labels[index].split(separator: " ") {
      if let last = lines.last, RichText("\(last) \(word)").width(size: tickSize) <= room {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The numbers that a panel's axes show.
  static func domains(_ panel: Panel) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    (
      domain(panel.x, of: panel.marks.flatMap(\.extent.x)), domain(panel.y, of: panel.marks.flatMap(\.extent.y))
    )
  }

  private static func domain(_ axis: Axis, of values: [Double]) -> ClosedRange<Double> {
    if let range = axis.range { return range }
    let isLogarithmic = axis.kind == .logarithmic
    if case .categories(let names) = axis.kind { return -0.5...max(0.5, Double(names.count) - 0.5) }
    let usable = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    guard let least = usable.min(), let most = usable.max() else { return isLogarithmic ? 1...10 : 0...1 }
    return isLogarithmic ? Ticks.widenedToPowers(least...most) : Ticks.widened(least...most, count: 5)
  }
}

extension Panel {
  /// The series whose names stand at the ends of their lines.
  var endNames: [Series] {
    marks.compactMap { mark in
      guard case .line(_, let series) = mark, series.naming == .end else { return nil }
      return series
    }
  }
}

extension Mark {
  /// The numbers that an axis must show for the mark to be seen.
  var extent: (x: [Double], y: [Double]) {
    switch self {
    case .line(let points, _), .points(let points, _), .region(let points, _): (points.map(\.x), points.map(\.y))
    case .bars(let bars, _): (bars.flatMap { [$0.extent.lowerBound, $0.extent.upperBound] }, [0] + bars.map(\.height))
    case .cells(let cells, _):
      (
        cells.flatMap { [$0.middle.x - 0.5, $0.middle.x + 0.5] },
        cells.flatMap { [$0.middle.y - 0.5, $0.middle.y + 0.5] }
      )
    case .arrow(let from, let to, _), .guide(let from, let to): ([from.x, to.x], [from.y, to.y])
    case .label(_, let point, _, _): ([point.x], [point.y])
    }
  }

  /// The series that the mark belongs to.
  var series: Series? {
    switch self {
    case .line(_, let series), .points(_, let series), .bars(_, let series), .cells(_, let series),
      .arrow(_, _, let series), .region(_, let series):
      series
    case .label(_, _, _, let series): series
    case .guide: nil
    }
  }
}
