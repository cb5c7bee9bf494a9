internal import Charts
internal import Course
internal import Files

extension Gradus {
  /// `gradus figures`: what lessons can show, as SVG files.
  var figures: Command {
    Command(
      name: "figures", summary: "Writes the figures of the course as SVG files.", positional: ["NAME?"],
      options: [
        .valued("output", "DIR", "write NAME.svg, or a file for every figure, into this folder"),
        .switched("inline", "without a style sheet, for a page that brings one"),
      ],
      discussion: """
        Without --output, a figure that is named goes to standard output, and without a name the figures are listed.
        """,
      example: "gradus figures --output pictures"
    ) { arguments, console in
      let use: ChartUse = arguments.has("inline") ? .inline : .standalone
      let chosen = try arguments.positional.first.map { [try figure($0)] }
      if let folder = arguments["output"] {
        return try write(chosen ?? catalogue.names.compactMap(catalogue.figure), use, to: folder, console)
      }
      if let figure = chosen?.first {
        console.write(figure.svg(use))
      } else {
        let width = catalogue.names.map(\.count).max() ?? 0
        for name in catalogue.names {
          console.write("\(name.padded(to: width))  \(catalogue.figure(name)?.title ?? "")\n")
        }
      }
      return .passed
    }
  }

  private func figure(_ name: String) throws -> ComputedFigure {
    if let figure = catalogue.figure(name) { return figure }
    let near = Spelling.suggestion(for: name, among: catalogue.names)
    throw UsageError(
      "there is no figure '\(name)'. \(near ?? "`gradus figures` lists them all.")")
  }

  private func write(_ figures: [ComputedFigure], _ use: ChartUse, to folder: String, _ console: Console) throws
    -> ExitCode
  {
    do {
      try Files.makeFolder(folder)
      for figure in figures {
        let path = "\(folder)/\(figure.name).svg"
        try Files.write(figure.svg(use), to: path)
        console.write(path + "\n")
      }
    } catch {
      throw UsageError("the figures cannot be written: \(error)")
    }
    return .passed
  }
}
