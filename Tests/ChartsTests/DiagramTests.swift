import Charts
import Foundation
import FoundationXML
import Testing

/// A diagram with everything that a diagram can hold.
private let sampleDiagram: Diagram = {
  let input = Diagram.Node("*x*_{t} & \"<y>\"", 0.3, 2, look: 1)
  let sum = Diagram.Node("+", 2, 1, shape: .circle, look: 2)
  let fork = Diagram.Node("", 3, 1, shape: .dot)
  let end = Diagram.Node("end", 4, 1, shape: .bare)
  let box = Diagram.Node("tanh", 3, 2, look: 9)
  return Diagram(
    title: "A *sample*", description: "Made up: 1 < 2 & 3.", columns: 5, rows: 3, nodes: [input, sum, fork, end, box],
    links: [
      Diagram.Link(input, sum, by: [Diagram.Place(0.3, 1)]), Diagram.Link(sum, fork, hasHead: false),
      Diagram.Link(fork, end), Diagram.Link(fork, box),
    ],
    labels: [
      Diagram.Label("A heading", 0, 0, .right, isHeading: true), Diagram.Label("*W*_{h}", 1, 1, .above),
    ])
}()

@Suite struct `A diagram` {
  @Test(arguments: [ChartUse.inline, .standalone])
  func `is well-formed XML that says what it shows`(use: ChartUse) throws {
    let root = try #require(try XMLDocument(xmlString: sampleDiagram.svg(use, identifier: "sample")).rootElement())
    let attributes = (root.attributes ?? []).reduce(into: [:]) { $0[$1.name] = $1.stringValue }
    #expect(attributes["role"] == "img")
    #expect(attributes["aria-labelledby"] == "sample-title sample-description")
    #expect(root.elements(forName: "title").first?.stringValue == "A sample")
    #expect(root.elements(forName: "desc").first?.stringValue == "Made up: 1 < 2 & 3.")
  }

  @Test func `breaks no content security policy, and uses the style sheet's classes`() {
    let svg = sampleDiagram.svg(.inline, identifier: "sample")
    for word in [" style=", "<style", "href", "<script", " on"] { #expect(!svg.contains(word)) }
    for attribute in svg.split(separator: "class=\"").dropFirst() {
      for name in attribute.prefix(while: { $0 != "\"" }).split(separator: " ") {
        #expect(name == "chart" || ChartStyle.rules.contains(".\(name) {"), "\(name) is not in the style sheet")
      }
    }
  }

  @Test func `has the same bytes each time, apart from its identifier`() {
    let first = sampleDiagram.svg(.inline, identifier: "one")
    #expect(first == sampleDiagram.svg(.inline, identifier: "one"))
    #expect(first.replacing("one-", with: "two-") == sampleDiagram.svg(.inline, identifier: "two"))
  }

  @Test func `is the one recorded`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/snapshots/diagram.svg")
    let svg = sampleDiagram.svg(.standalone, identifier: "sample")
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      try Data(svg.utf8).write(to: file)
      Issue.record("recorded \(file.path): look at it and run again")
      return
    }
    #expect(svg == recorded, "differs from \(file.path); delete it to record anew")
  }

  @Test func `keeps its texts apart, inside, and in their boxes`() {
    let (texts, drawing) = sampleDiagram.placedTexts
    let layout = DiagramLayout(sampleDiagram)
    #expect(texts.count == 6)
    for (index, text) in texts.enumerated() {
      #expect(drawing.contains(text.box), "\(text.text) leaves the drawing")
      for other in texts[(index + 1)...] { #expect(!text.box.overlaps(other.box), "\(text.text), \(other.text)") }
    }
    for node in sampleDiagram.nodes where node.shape == .box || node.shape == .circle {
      #expect(drawing.contains(layout.box(node)), "\(node.text) leaves the drawing")
      #expect(texts.contains { layout.box(node).contains($0.box) }, "\(node.text) stands in no box")
    }
  }

  @Test func `is told in words on a terminal`() {
    #expect(sampleDiagram.sketch(columns: 80) == [])
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, 0])
  func `of odd places is still a diagram`(number: Double) throws {
    let (first, second) = (Diagram.Node("a", number, 0), Diagram.Node("b", 0, number, shape: .circle, look: 0))
    for columns in [0, 3] {
      let diagram = Diagram(
        title: "", description: "", columns: columns, rows: 0, nodes: [first, second],
        links: [Diagram.Link(first, second, by: [Diagram.Place(number, number)]), Diagram.Link(first, first)])
      let svg = diagram.svg(.inline, identifier: "odd")
      #expect(try XMLDocument(xmlString: svg).rootElement() != nil)
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }
}
