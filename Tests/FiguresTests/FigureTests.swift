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
    let chart = try #require(courseFigures.figure(name)).chart
    let lines = chart.sketch(columns: columns)
    #expect(lines.isEmpty == (chart.panels.count > 1))
    for line in lines { #expect(line.count <= columns, "\(line)") }
  }

  @Test(arguments: courseFigures.names)
  func `keeps its texts apart and inside`(name: String) throws {
    let (texts, drawing) = try #require(courseFigures.figure(name)).chart.placedTexts
    for (index, text) in texts.enumerated() {
      #expect(drawing.contains(text.box), "\(text.text) leaves the drawing")
      for other in texts[(index + 1)...] {
        #expect(!text.box.overlaps(other.box), "\(text.text) and \(other.text) overlap")
      }
    }
  }
}
