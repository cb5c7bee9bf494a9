import Charts
import Figures
import Foundation
import FoundationXML
import Testing

@Suite struct `Every figure of the course` {
  @Test(arguments: courseFigures.names)
  func `is well-formed, described and the same each time`(name: String) throws {
    let figure = try #require(courseFigures.figure(name))
    #expect(figure.name == name)
    #expect(!figure.title.isEmpty && !figure.caption.isEmpty)
    #expect(figure.alternativeText.count > 80)
    #expect(!figure.alternativeText.filter(\.isNumber).isEmpty)
    for use in [ChartUse.inline, .standalone] {
      let svg = figure.svg(use)
      let root = try XMLDocument(xmlString: svg).rootElement()
      #expect(root?.elements(forName: "desc").first?.stringValue == figure.alternativeText)
      #expect(courseFigures.figure(name)?.svg(use) == svg)
      #expect(!svg.contains("nan"))
    }
  }

  @Test(arguments: courseFigures.names, [58, 78, 98])
  func `fits a terminal`(name: String, columns: Int) throws {
    let drawing = try #require(courseFigures.figure(name)).drawing
    let lines = drawing.sketch(columns: columns)
    if let chart = drawing as? Chart {
      let hasBars = chart.panels.contains { $0.marks.contains { if case .bars = $0 { true } else { false } } }
      #expect(lines.isEmpty == (chart.panels.count > 1 || hasBars))
    } else {
      #expect(lines.isEmpty)
    }
    for line in lines { #expect(line.count <= columns, "\(line)") }
  }

  @Test(arguments: courseFigures.names)
  func `keeps its parts apart and inside`(name: String) throws {
    guard let diagram = try #require(courseFigures.figure(name)).drawing as? Diagram else { return }
    let layout = DiagramLayout(diagram)
    let (texts, drawing) = diagram.placedTexts
    for (index, node) in diagram.nodes.enumerated() {
      let box = layout.box(node)
      #expect(drawing.contains(box), "\(node.text) leaves the drawing")
      for other in diagram.nodes[(index + 1)...] {
        #expect(!box.overlaps(layout.box(other)), "\(node.text) and \(other.text) overlap")
      }
      if node.shape == .box || node.shape == .circle {
        #expect(texts.contains { box.contains($0.box) }, "\(node.text) is wider than its box")
      }
    }
  }

  @Test(arguments: courseFigures.names)
  func `keeps its texts apart and inside`(name: String) throws {
    let (texts, drawing) = try #require(courseFigures.figure(name)).drawing.placedTexts
    for (index, text) in texts.enumerated() {
      #expect(drawing.contains(text.box), "\(text.text) leaves the drawing")
      for other in texts[(index + 1)...] {
        #expect(!text.box.overlaps(other.box), "\(text.text) and \(other.text) overlap")
      }
    }
  }
}
