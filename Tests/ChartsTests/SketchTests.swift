import Charts
import Foundation
import Testing

@Suite struct `A sketch in characters` {
  private let curve = Chart(
    title: "A parabola", description: "",
    panels: [
      Panel(
        x: Axis("x", range: -2...2), y: Axis("x squared", range: 0...4),
        marks: [
          .guide(Point(0, 0), Point(0, 4)),
          .line(
            (-20...20).map { Point(Double($0) / 10, Double($0 * $0) / 100) }, Series("x^{2}", look: 1, naming: .end)),
          .points([Point(-1, 1)], Series("", look: 2)), .label("here", at: Point(-1, 1), .right, nil),
        ])
    ])

  @Test func `is the one recorded`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/snapshots/sketch.txt")
    let text = curve.sketch(columns: 60).map { $0 + "\n" }.joined()
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.path): look at it and run again")
      return
    }
    #expect(text == recorded, "differs from \(file.path); delete it to record anew")
  }

  @Test(arguments: 40...100)
  func `is as wide as there is room`(columns: Int) {
    let lines = curve.sketch(columns: columns)
    #expect(lines.count > 10)
    for line in lines { #expect(line.count <= columns) }
  }

  @Test func `is left out where words are better`() {
    #expect(curve.sketch(columns: 39) == [])
    #expect(sample.sketch(columns: 80) == [])
    let bars = Panel(x: Axis("x"), y: Axis("y"), marks: [.bars([Bar(0...1, height: 2)], Series("", look: 1))])
    #expect(Chart(title: "", description: "", panels: [bars]).sketch(columns: 80) == [])
    let cells = Panel(
      x: Axis("x"), y: Axis("y"), marks: [.cells([Cell(Point(0, 0), share: 1)], Series("", look: 1))])
    #expect(Chart(title: "", description: "", panels: [cells]).sketch(columns: 80) == [])
  }

  @Test(arguments: [Double.infinity, .nan, 1e300, 0])
  func `bears odd numbers`(number: Double) {
    let marks: [Mark] = [
      .line([Point(0, number), Point(number, 1)], Series("a", look: 1, naming: .end)),
      .guide(Point(number, 0), Point(0, 1)),
      .arrow(from: Point(0, 0), to: Point(number, number), Series("", look: 2)),
      .label("there", at: Point(number, 0), .left, nil), .region([Point(0, number), Point(1, 1)], Series("", look: 3)),
    ]
    for isEqual in [true, false] {
      let panel = Panel(x: Axis("x"), y: Axis("y"), hasEqualUnits: isEqual, marks: marks)
      #expect(!Chart(title: "", description: "", panels: [panel]).sketch(columns: 60).isEmpty)
    }
  }
}
