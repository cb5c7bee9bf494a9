/// Where a drawing will stand.
package enum ChartUse: Hashable, Sendable {
  /// In a file of its own: it brings its style sheet, a ground, and dark colours where the reader prefers them.
  case standalone
  /// Within a page, which has to give it ``ChartStyle/rules`` and colours; nothing in it breaks a strict content security policy.
  case inline
}

/// The style sheet of charts, in parts, for a page to put below selectors of its own.
///
/// Lengths, dashes and letter sizes are attributes of the drawing; the style sheet gives colours and nothing else that a
/// chart needs to be read. Without it all is drawn in the colour of the text around.
package enum ChartStyle {
  /// How many looks there are to tell series apart.
  package static let lookCount = 6

  /// A name and its colours on a light and on a dark ground.
  struct Colour: Hashable, Sendable {
    let name: String
    let light: String
    let dark: String
  }

  /// The colours; those of the looks have a contrast of 4.5 at least with the ground, so that they do for text as well.
  static let colours: [Colour] = [
    Colour(name: "ground", light: "#ffffff", dark: "#16191d"),
    Colour(name: "ink", light: "#1f2328", dark: "#e6e8eb"),
    Colour(name: "muted", light: "#59626c", dark: "#a3acb6"),
    Colour(name: "grid", light: "#e2e5e9", dark: "#30363d"),
    Colour(name: "1", light: "#0b5cad", dark: "#6cb6ff"),
    Colour(name: "2", light: "#b23c07", dark: "#ff9b66"),
    Colour(name: "3", light: "#0a6b4f", dark: "#4fd0a5"),
    Colour(name: "4", light: "#85348a", dark: "#e29be6"),
    Colour(name: "5", light: "#755700", dark: "#e3c04c"),
    Colour(name: "6", light: "#48545f", dark: "#aab6c2"),
  ]

  /// Declarations of the colours on a light ground, `--chart-ink: #...; ...`.
  package static let light = colours.map { "--chart-\($0.name): \($0.light);" }.joined(separator: " ")

  /// Declarations of the colours on a dark ground.
  package static let dark = colours.map { "--chart-\($0.name): \($0.dark);" }.joined(separator: " ")

  /// The rules for the classes in a drawing; all of them begin with `chart`.
  package static let rules =
    ".chart { display: block; width: 100%; max-width: 36rem; height: auto; color: var(--chart-ink); }\n" + colouring

  /// The rules that colour a drawing, wherever it stands.
  private static let colouring: String = {
    var rules = """
      .chart-text { fill: var(--chart-ink); }
      .chart-muted { fill: var(--chart-muted); }
      .chart-ground { fill: var(--chart-ground); }
      .chart-halo { stroke: var(--chart-ground); }
      .chart-grid { stroke: var(--chart-grid); }
      .chart-axis { stroke: var(--chart-muted); }

      """
    for look in 1...lookCount {
      rules += ".chart-stroke-\(look) { stroke: var(--chart-\(look)); }\n"
      rules += ".chart-fill-\(look) { fill: var(--chart-\(look)); }\n"
    }
    return rules
  }()

  /// The whole style sheet of a drawing in a file of its own.
  static let standalone = """
    svg { \(light) color: var(--chart-ink); font-family: system-ui, sans-serif; }
    @media (prefers-color-scheme: dark) { svg { \(dark) } }
    \(colouring)
    """
}
