extension Chart {
  /// The chart in characters, for a terminal; empty for a chart of several panels, of bars or of cells, which words tell better.
  ///
  /// Lines are of braille dots. All characters are one column wide.
  package func sketch(columns: Int) -> [String] {
    guard panels.count == 1, let panel = panels.first, columns >= 40 else { return [] }
    let isOfAreas = panel.marks.contains { mark in
      switch mark {
      case .bars, .cells: true
      default: false
      }
    }
    return isOfAreas ? [] : Sketch(panel, columns: min(columns, 72)).lines
  }
}

/// A panel drawn with characters.
private struct Sketch {
  private let panel: Panel
  private let x: Scale
  private let y: Scale
  private let xTicks: Ticks
  private let yTicks: Ticks
  private let margin: Int
  private var dots: Dots

  init(_ panel: Panel, columns: Int) {
    self.panel = panel
    let domains = PanelLayout.domains(panel)
    let endNames = panel.endNames.map { RichText($0.name).plain.count }.max() ?? 0
    yTicks = Ticks(panel.y, domain: domains.y, count: 5)
    xTicks = Ticks(panel.x, domain: domains.x, count: 6)
    margin = (yTicks.labels.map { RichText($0).plain.count }.max() ?? 0) + 1
    let plot = max(20, columns - margin - 2)
    let ratio = (domains.y.upperBound - domains.y.lowerBound) / (domains.x.upperBound - domains.x.lowerBound)
    let drawn = plot - (endNames == 0 ? 0 : endNames + 2)
    // A character is about twice as high as it is wide.
    let names = if case .categories(let names) = panel.y.kind { names.count } else { 0 }
    let rows = panel.hasEqualUnits ? min(22, max(6, Int(Double(drawn) * ratio / 2))) : max(12, names)
    let width = panel.hasEqualUnits ? min(drawn, Int(Double(rows * 2) / ratio)) : drawn
    dots = Dots(columns: width + (endNames == 0 ? 0 : endNames + 2), rows: rows)
    x = Scale(panel.x.kind, domain: domains.x, start: 0.5, end: Double(width * 2) - 0.5)
    y = Scale(panel.y.kind, domain: domains.y, start: Double(rows * 4) - 0.5, end: 0.5)
    for mark in panel.marks { draw(mark) }
    nameEnds()
    for case .label(let text, let point, let placement, _) in panel.marks { write(text, point, placement) }
  }

  private func place(_ point: Point) -> (x: Double, y: Double)? {
    guard let x = x.place(point.x), let y = y.place(point.y) else { return nil }
    return (x, y)
  }

  private mutating func draw(_ mark: Mark) {
    switch mark {
    case .line(let points, let series):
      let stride = Marker.dashes(series).isEmpty ? 1 : series.isSolid == false ? 3 : series.look
      for (from, to) in zip(points, points.dropFirst()) {
        guard let from = place(from), let to = place(to) else { continue }
        dots.line(from, to, stride: points.count > 20 ? 1 : stride)
      }
    case .region(let points, _):
      for (from, to) in zip(points, points.dropFirst() + points.prefix(1)) {
        if let from = place(from), let to = place(to) { dots.line(from, to) }
      }
    case .arrow(let from, let to, let series):
      guard let from = place(from), let to = place(to) else { return }
      dots.line(from, to, stride: series.isSolid == false ? 3 : 1)
      let (column, row) = (Int(to.x) / 2, Int(to.y) / 4)
      if dots.isFree(column: column, row: row, length: 1) { dots.write("●", column: column, row: row) }
    case .guide(let from, let to):
      if let from = place(from), let to = place(to) { dots.line(from, to, stride: 4) }
    case .points(let points, _):
      for place in points.compactMap(place) where points.count < 10 {
        let (column, row) = (min(Int(place.x) / 2, dots.columns - 1), min(Int(place.y) / 4, dots.rows - 1))
        if dots.isFree(column: column, row: row, length: 1) { dots.write("●", column: column, row: row) }
      }
    case .bars, .cells, .label: break
    }
  }

  /// Names behind the ends of lines, on the nearest row that is free.
  private mutating func nameEnds() {
    for case .line(let points, let series) in panel.marks where series.naming == .end {
      guard let end = points.compactMap(place).last else { continue }
      let name = RichText(series.name).plain
      let row = Int(end.y) / 4
      let column = Int(end.x) / 2 + 2
      let free = [0, 1, -1, 2, -2].map { row + $0 }.first { dots.isFree(column: column, row: $0, length: name.count) }
      if let free { dots.write(name, column: column, row: free) }
    }
  }

  private mutating func write(_ text: String, _ point: Point, _ placement: Placement) {
    guard let place = place(point) else { return }
    let plain = RichText(text).plain
    var (column, row) = (Int(place.x) / 2, Int(place.y) / 4)
    switch placement {
    case .above, .aboveLeft, .aboveRight: row -= 1
    case .below, .belowLeft, .belowRight: row += 1
    case .left, .right: break
    }
    switch placement {
    case .above, .below: column -= plain.count / 2
    case .left, .aboveLeft, .belowLeft: column -= plain.count + 1
    case .right, .aboveRight, .belowRight: column += 2
    }
    column = max(0, min(column, dots.columns - plain.count))
    let free = [0, 1, -1].map { row + $0 }.first { dots.isFree(column: column, row: $0, length: plain.count) }
    if let free { dots.write(plain, column: column, row: free) }
  }

  /// The drawing with its axes.
  var lines: [String] {
    var rows: [Int: String] = [:]
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      if let place = y.place(value), place >= 0, place <= dots.size.height {
        rows[min(dots.rows - 1, Int(place) / 4)] = RichText(label).plain
      }
    }
    var lines: [String] = []
    if !panel.y.caption.isEmpty { lines.append(RichText(panel.y.caption).plain) }
    for (row, content) in dots.lines.enumerated() {
      let label = rows[row] ?? ""
      lines.append(
        String(repeating: " ", count: margin - 1 - label.count) + label + (label.isEmpty ? " │" : " ┤") + content)
    }
    let width = Int(x.end / 2) + 1
    lines.append(String(repeating: " ", count: margin) + "└" + String(repeating: "─", count: width))
    lines.append(below(width))
    let caption = RichText(panel.x.caption).plain
    if !caption.isEmpty {
      lines.append(String(repeating: " ", count: margin + 1 + max(0, (width - caption.count) / 2)) + caption)
    }
    return lines.map { line in
      let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
      return String(line[..<end])
    }
  }

  /// The numbers of the horizontal axis, those left out that would touch.
  private func below(_ width: Int) -> String {
    var line = String(repeating: " ", count: margin)
    for (value, label) in zip(xTicks.values, xTicks.labels) {
      guard let place = x.place(value) else { continue }
      let plain = RichText(label).plain
      let column = margin + 1 + Int(place / 2) - plain.count / 2
      guard column > line.count || line.allSatisfy({ $0 == " " }) && column >= line.count else { continue }
      line += String(repeating: " ", count: column - line.count) + plain
    }
    return line
  }
}
