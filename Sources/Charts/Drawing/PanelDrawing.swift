/// Draws a panel that has been laid out.
struct PanelDrawing {
  let layout: PanelLayout
  /// The name of the shape that cuts off what leaves the plot.
  let clip: String

  private var panel: Panel { layout.panel }
  private var plot: Box { layout.plot }

  /// Draws the panel: grid and axes, marks, and names above all.
  func draw(on canvas: inout Canvas) {
    drawWords(on: &canvas)
    drawGrid(on: &canvas)
    canvas.writer.open("clipPath", ["id": clip])
    canvas.writer.empty(
      "rect",
      [
        "x": NumberText.coordinate(plot.x - 1), "y": NumberText.coordinate(plot.y - 1),
        "width": NumberText.coordinate(plot.width + 2), "height": NumberText.coordinate(plot.height + 2),
      ])
    canvas.writer.close("clipPath")
    canvas.writer.open("g", ["clip-path": "url(#\(clip))"])
    for mark in panel.marks { draw(mark, on: &canvas) }
    canvas.writer.close("g")
    // Markers on the edge stay whole.
    for case .points(let points, let series) in panel.marks {
      for place in points.compactMap(layout.place) { canvas.marker(series, at: place) }
    }
    drawEndNames(on: &canvas)
    for case .label(let text, let point, let placement, let series) in panel.marks {
      guard let place = layout.place(point) else { continue }
      canvas.label(text, at: place, placement, ink: series.map { .look($0.look) } ?? .text)
    }
  }

  private func drawWords(on canvas: inout Canvas) {
    if !panel.heading.isEmpty {
      canvas.text(panel.heading, x: layout.frame.x, y: layout.frame.y + 13, size: 13.5, isBold: true)
    }
    if !panel.y.caption.isEmpty {
      canvas.text(panel.y.caption, x: layout.frame.x, y: plot.y - 12, size: PanelLayout.labelSize, ink: .muted)
    }
    if !panel.x.caption.isEmpty {
      let half = RichText(panel.x.caption).width(size: PanelLayout.labelSize) / 2
      let middle = max(layout.frame.x + half, min(plot.x + plot.width / 2, layout.frame.right - half))
      canvas.text(
        panel.x.caption, x: middle, y: layout.frame.bottom - 4, anchor: .middle, size: PanelLayout.labelSize,
        ink: .muted)
    }
  }

  private func drawGrid(on canvas: inout Canvas) {
    for (index, value) in layout.yTicks.values.enumerated() {
      guard let y = layout.y.place(value) else { continue }
      canvas.line((plot.x, y), (plot.right, y), name: "chart-grid")
      canvas.text(
        layout.yTicks.labels[index], x: plot.x - 6, y: y + 4, anchor: .end, size: PanelLayout.tickSize, ink: .muted)
    }
    for (index, value) in layout.xTicks.values.enumerated() {
      guard let x = layout.x.place(value) else { continue }
      if case .categories = panel.x.kind {} else { canvas.line((x, plot.y), (x, plot.bottom), name: "chart-grid") }
      for (row, line) in layout.lines(ofTick: index).enumerated() {
        canvas.text(
          line, x: x, y: plot.bottom + 16 + Double(row) * 15, anchor: .middle, size: PanelLayout.tickSize, ink: .muted)
      }
    }
    // The axes: at 0 where the plot shows it, else at the edge.
    let zeroX =
      panel.x.kind == .linear
      ? layout.x.place(min(max(0, layout.x.domain.lowerBound), layout.x.domain.upperBound)) : plot.x
    let zeroY =
      panel.y.kind == .linear
      ? layout.y.place(min(max(0, layout.y.domain.lowerBound), layout.y.domain.upperBound)) : plot.bottom
    canvas.line((plot.x, zeroY ?? plot.bottom), (plot.right, zeroY ?? plot.bottom), name: "chart-axis", width: 1.25)
    if case .categories = panel.x.kind { return }
    canvas.line((zeroX ?? plot.x, plot.y), (zeroX ?? plot.x, plot.bottom), name: "chart-axis", width: 1.25)
  }

  private func draw(_ mark: Mark, on canvas: inout Canvas) {
    switch mark {
    case .line(let points, let series):
      canvas.path(
        open(points, canvas), name: "chart-stroke-\(series.look)", width: 2.25, dashes: Marker.dashes(series))
    case .region(let points, let series):
      let data = canvas.polygon(points.compactMap(layout.place))
      canvas.fill(data, name: "chart-fill-\(series.look)", opacity: 0.12)
      canvas.path(data, name: "chart-stroke-\(series.look)", width: 1.25, dashes: Marker.arrowDashes(series))
    case .bars(let bars, let series):
      let floor = panel.y.kind == .logarithmic ? layout.y.domain.lowerBound : 0
      for bar in bars {
        let corners = [
          Point(bar.extent.lowerBound, floor), Point(bar.extent.lowerBound, bar.height),
          Point(bar.extent.upperBound, bar.height), Point(bar.extent.upperBound, floor),
        ].compactMap(layout.place)
        guard corners.count == 4 else { continue }
        let data = canvas.polygon(corners)
        canvas.fill(data, name: "chart-fill-\(series.look)", opacity: series.isSolid == false ? 0.15 : 0.8)
        canvas.path(data, name: "chart-stroke-\(series.look)", width: 1.25, dashes: Marker.dashes(series))
      }
    case .cells(let cells, let series):
      for cell in cells {
        let (x, y) = (cell.middle.x, cell.middle.y)
        let corners = [
          Point(x - 0.46, y - 0.46), Point(x - 0.46, y + 0.46), Point(x + 0.46, y + 0.46), Point(x + 0.46, y - 0.46),
        ].compactMap(layout.place)
        guard corners.count == 4, cell.share.isFinite else { continue }
        let data = canvas.polygon(corners)
        canvas.fill(data, name: "chart-ground")
        canvas.fill(data, name: "chart-fill-\(series.look)", opacity: 0.12 + 0.78 * min(1, max(0, cell.share)))
      }
    case .arrow(let from, let to, let series):
      guard let from = layout.place(from), let to = layout.place(to) else { return }
      canvas.arrow(from, to, series)
    case .guide(let from, let to):
      guard let from = layout.place(from), let to = layout.place(to) else { return }
      canvas.line(from, to, name: "chart-axis", width: 1.25, dashes: "2 3")
    case .points, .label: break
    }
  }

  /// A path through points, broken where one has no place.
  private func open(_ points: [Point], _ canvas: Canvas) -> String {
    var data = ""
    var isDown = false
    for point in points {
      guard let place = layout.place(point) else {
        isDown = false
        continue
      }
      data += (isDown ? "L" : "M") + canvas.place(place)
      isDown = true
    }
    return data
  }
}

extension PanelDrawing {
  /// Names at the right ends of lines, moved apart where they would touch.
  private func drawEndNames(on canvas: inout Canvas) {
    let gap = 15.0
    var ends: [(series: Series, x: Double, y: Double, wanted: Double)] = []
    for case .line(let points, let series) in panel.marks where series.naming == .end {
      let last = points.compactMap(layout.place).last { (plot.y - 1...plot.bottom + 1).contains($0.y) }
      if let last { ends.append((series, last.x, last.y, last.y)) }
    }
    ends.sort { ($0.wanted, $0.series.name) < ($1.wanted, $1.series.name) }
    for index in ends.indices.dropFirst() { ends[index].y = max(ends[index].y, ends[index - 1].y + gap) }
    if let last = ends.last, last.y > plot.bottom { ends[ends.count - 1].y = plot.bottom }
    for index in ends.indices.dropLast().reversed() { ends[index].y = min(ends[index].y, ends[index + 1].y - gap) }
    for end in ends {
      let isMoved = abs(end.y - end.wanted) > 4
      if isMoved {
        canvas.line((end.x + 1, end.wanted), (end.x + 9, end.y), name: "chart-stroke-\(end.series.look)", width: 1)
      }
      canvas.text(
        end.series.name, x: end.x + (isMoved ? 11 : 8), y: end.y + 4.5, size: PanelLayout.labelSize,
        ink: .look(end.series.look))
    }
  }
}
