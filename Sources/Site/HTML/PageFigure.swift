package import Charts

/// A figure that the course computes, as a page shows it.
package struct PageFigure: Sendable {
  /// The SVG element; names in it begin with what is given, so that one page may show a figure twice.
  let svg: @Sendable (_ identifier: String) -> String
  /// What stands below it where the lesson says nothing else.
  let caption: String
  /// What to say of it where the lesson says nothing else.
  let alternative: String

  /// Takes a figure.
  ///
  /// - Parameters:
  ///   - svg: draws an SVG element without elements or attributes `style`, which pages forbid.
  ///   - caption: what stands below it where the lesson says nothing else.
  ///   - alternative: what to say of it where the lesson says nothing else.
  package init(svg: @escaping @Sendable (_ identifier: String) -> String, caption: String, alternative: String) {
    self.svg = svg
    self.caption = caption
    self.alternative = alternative
  }
}

extension PageFigure {
  /// A figure that shows nothing.
  static let empty = PageFigure(svg: { _ in "" }, caption: "", alternative: "")
}

/// The figures that a course computes, and how they look.
package struct PageFigures: Sendable {
  /// The figures by the names by which lessons show them, each computed when it is asked for.
  package let figures: [String: @Sendable () -> PageFigure]
  /// Their style sheet, in both themes.
  let style: String

  /// Takes figures with the parts of their style sheet.
  ///
  /// - Parameters:
  ///   - figures: the figures by name.
  ///   - light: declarations of their colours on a light ground.
  ///   - dark: declarations of their colours on a dark ground.
  ///   - rules: what uses these colours.
  package init(
    _ figures: [String: @Sendable () -> PageFigure] = [:], light: String = "", dark: String = "", rules: String = ""
  ) {
    self.figures = figures
    // The same cases as of the colours in site.css.
    style = """

      /* Computed figures. */
      :root { \(light) }
      @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { \(dark) } }
      :root[data-theme="dark"] { \(dark) }
      @media print { :root, :root[data-theme="dark"], :root:not([data-theme="light"]) { \(light) } }
      \(rules)

      """
  }
}

extension PageFigures {
  /// Takes the figures of a course.
  package init(_ catalogue: FigureCatalogue) {
    let makers = catalogue.names.map { name in
      (
        name,
        { @Sendable () -> PageFigure in
          guard let figure = catalogue.figure(name) else { return .empty }
          return PageFigure(
            svg: { figure.drawing.svg(.inline, identifier: $0) }, caption: figure.caption,
            alternative: figure.alternativeText)
        }
      )
    }
    self.init(
      Dictionary(makers) { first, _ in first }, light: ChartStyle.light, dark: ChartStyle.dark, rules: ChartStyle.rules)
  }
}
