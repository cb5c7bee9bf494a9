import Charts
import Foundation
import FoundationXML
import Testing

/// A chart with everything that a chart can hold.
let sample: Chart = {
  let line = Series("*h*_{t} & \"<others>\"", look: 1, naming: .end)
  let dots = Series("measured", look: 2, naming: .legend)
  let bars = Series("students", look: 3, naming: .legend)
  let first = Panel(
    heading: "A curve", x: Axis("time", unit: "s"), y: Axis("size", kind: .logarithmic),
    marks: [
      .region([Point(0, 1), Point(2, 1), Point(2, 100)], Series("", look: 4)),
      .line([Point(0, 1), Point(1, 0), Point(1, .nan), Point(2, 10), Point(3, 1000)], line),
      .points([Point(0, 3), Point(2, 50)], dots), .guide(Point(1, 1), Point(1, 1000)),
      .arrow(from: Point(0, 2), to: Point(1, 20), Series("", look: 5, isSolid: false)),
      .label("10^{−3}", at: Point(2, 10), .below, nil),
    ])
  let second = Panel(
    x: Axis("", kind: .categories(["all of it", "some of it", "nothing at all"])), y: Axis("how many"), height: 120,
    marks: [.bars([Bar(category: 0, height: 12), Bar(category: 1, height: 30), Bar(category: 2, height: 7)], bars)])
  return Chart(title: "A *sample*", description: "Made up: 1 < 2 & 3.", panels: [first, second])
}()

@Suite struct `A chart` {
  @Test(arguments: [ChartUse.inline, .standalone])
  func `is well-formed XML`(use: ChartUse) throws {
    let document = try XMLDocument(xmlString: sample.svg(use, identifier: "sample"))
    let root = try #require(document.rootElement())
    #expect(root.name == "svg")
    let attributes = (root.attributes ?? []).reduce(into: [:]) { $0[$1.name] = $1.stringValue }
    #expect(attributes["role"] == "img")
    #expect(attributes["aria-labelledby"] == "sample-title sample-description")
    #expect(root.elements(forName: "title").first?.stringValue == "A sample")
    #expect(root.elements(forName: "desc").first?.stringValue == "Made up: 1 < 2 & 3.")
  }

  @Test func `breaks no content security policy within a page`() {
    let svg = sample.svg(.inline, identifier: "sample")
    for word in [" style=", "<style", "href", "<script", " on"] { #expect(!svg.contains(word)) }
    for attribute in svg.split(separator: "class=\"").dropFirst() {
      for name in attribute.prefix(while: { $0 != "\"" }).split(separator: " ") {
        #expect(name == "chart" || ChartStyle.rules.contains(".\(name) {"), "\(name) is not in the style sheet")
      }
    }
  }

  @Test func `brings its style sheet in a file of its own`() {
    let svg = sample.svg(.standalone, identifier: "sample")
    #expect(svg.contains("prefers-color-scheme: dark"))
    #expect(svg.contains("--chart-ink: #"))
    #expect(svg.contains(#"class="chart-ground""#))
  }

  @Test func `has the same bytes each time, apart from its identifier`() {
    let first = sample.svg(.inline, identifier: "one")
    #expect(first == sample.svg(.inline, identifier: "one"))
    #expect(first.replacing("one-", with: "two-") == sample.svg(.inline, identifier: "two"))
  }

  @Test func `is the one recorded`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/snapshots/chart.svg")
    let svg = sample.svg(.standalone, identifier: "sample")
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      try Data(svg.utf8).write(to: file)
      Issue.record("recorded \(file.path): look at it and run again")
      return
    }
    #expect(svg == recorded, "differs from \(file.path); delete it to record anew")
  }

  @Test func `keeps its texts apart and inside`() {
    let (texts, drawing) = sample.placedTexts
    #expect(texts.count > 15)
    for (index, text) in texts.enumerated() {
      #expect(drawing.contains(text.box), "\(text.text) leaves the drawing")
      for other in texts[(index + 1)...] {
        #expect(!text.box.overlaps(other.box), "\(text.text) and \(other.text) overlap")
      }
    }
  }

  @Test func `of nothing is still a chart`() throws {
    let empty = Chart(title: "", description: "", panels: [Panel(x: Axis("x"), y: Axis("y"), marks: [])])
    #expect(try XMLDocument(xmlString: empty.svg(.inline, identifier: "e")).rootElement() != nil)
    let none = Chart(title: "", description: "", panels: [])
    #expect(try XMLDocument(xmlString: none.svg(.inline, identifier: "e")).rootElement() != nil)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300, 0])
  func `of odd numbers is still a chart`(number: Double) throws {
    let marks: [Mark] = [
      .line([Point(0, number), Point(number, 1)], Series("a", look: 9, naming: .end)),
      .bars([Bar(0...1, height: number)], Series("b", look: 0)), .points([Point(number, number)], Series("c", look: 1)),
      .arrow(from: Point(number, 0), to: Point(0, number), Series("d", look: 2)),
      .cells([Cell(Point(number, 1), share: 1), Cell(Point(1, 1), share: number)], Series("e", look: 3)),
    ]
    for kind in [Axis.Kind.linear, .logarithmic] {
      let panel = Panel(x: Axis("x", kind: kind), y: Axis("y", kind: kind), marks: marks)
      let svg = Chart(title: "t", description: "d", panels: [panel]).svg(.inline, identifier: "odd")
      #expect(try XMLDocument(xmlString: svg).rootElement() != nil)
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test func `drops what XML cannot hold`() throws {
    let title = "a\u{0}b\u{1B}[31mc\u{FFFF}"
    let svg = Chart(title: title, description: "", panels: []).svg(.inline, identifier: "x")
    let root = try XMLDocument(xmlString: svg).rootElement()
    #expect(root?.elements(forName: "title").first?.stringValue == "a\u{FFFD}b\u{FFFD}[31mc\u{FFFD}")
  }
}
