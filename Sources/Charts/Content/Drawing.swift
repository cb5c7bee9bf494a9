/// Something drawn that a lesson can show: a chart of numbers or a diagram of parts.
package protocol Drawing: Sendable {
  /// What it shows, in a few words.
  var title: String { get }

  /// What somebody who does not see it should know of it.
  var description: String { get }

  /// The drawing as SVG: the same bytes for the same drawing.
  ///
  /// - Parameters:
  ///   - use: where it will stand.
  ///   - identifier: a name that no other element of the page has; those of its parts begin with it.
  func svg(_ use: ChartUse, identifier: String) -> String

  /// Where the texts of the drawing stand, and how large it is.
  var placedTexts: (texts: [PlacedText], drawing: Box) { get }

  /// The drawing in characters, for a terminal; empty where words tell it better.
  func sketch(columns: Int) -> [String]
}

extension Chart: Drawing {}

extension Canvas {
  /// Begins the SVG of a drawing with a title and a description that screen readers find.
  mutating func begin(_ drawing: any Drawing, width: Double, height: Double, _ use: ChartUse, identifier: String) {
    let size = (NumberText.coordinate(width), NumberText.coordinate(height))
    writer.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "width": size.0, "height": size.1,
        "viewBox": "0 0 \(size.0) \(size.1)", "fill": "currentColor", "role": "img",
        "aria-labelledby": "\(identifier)-title \(identifier)-description",
      ])
    writer.textual("title", ["id": "\(identifier)-title"], RichText(drawing.title).plain)
    writer.textual("desc", ["id": "\(identifier)-description"], RichText(drawing.description).plain)
    if use == .standalone {
      writer.textual("style", [:], ChartStyle.standalone)
      writer.empty("rect", ["class": "chart-ground", "width": "100%", "height": "100%", "fill": "none"])
    }
  }
}
