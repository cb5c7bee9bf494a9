/// A drawing that a lesson shows by its name.
package struct ComputedFigure: Sendable {
  /// The name, as in `figure:glove-weighting`: lowercase words joined by hyphens.
  package let name: String

  /// What stands below it where the lesson says nothing else.
  package let caption: String

  /// The drawing.
  package let drawing: any Drawing

  /// Makes a figure of a chart.
  package init(name: String, caption: String, chart: Chart) {
    self.init(name: name, caption: caption, drawing: chart)
  }

  /// Makes a figure of a diagram.
  package init(name: String, caption: String, diagram: Diagram) {
    self.init(name: name, caption: caption, drawing: diagram)
  }

  private init(name: String, caption: String, drawing: any Drawing) {
    self.name = name
    self.caption = caption
    self.drawing = drawing
  }

  /// What it shows, in a few words.
  package var title: String { RichText(drawing.title).plain }

  /// What somebody who does not see it should know, numbers included.
  package var alternativeText: String { RichText(drawing.description).plain }

  /// The drawing as SVG: the same bytes for the same figure.
  package func svg(_ use: ChartUse) -> String { drawing.svg(use, identifier: "figure-\(name)") }
}

/// What a course can show by name; each figure is computed when it is asked for.
package struct FigureCatalogue: Sendable {
  private let makers: [String: @Sendable () -> ComputedFigure]

  /// Makes a catalogue of functions that compute figures, by name.
  package init(_ makers: [String: @Sendable () -> ComputedFigure] = [:]) {
    self.makers = makers
  }

  /// The names, sorted.
  package var names: [String] { makers.keys.sorted() }

  /// Computes the figure of a name; nil where there is none.
  package func figure(_ name: String) -> ComputedFigure? { makers[name]?() }
}
