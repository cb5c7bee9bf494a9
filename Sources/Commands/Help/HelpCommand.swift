internal import Course
internal import Terminal

extension Gradus {
  /// `gradus help`: a command, a topic, or the manual page.
  var help: Command {
    Command(
      name: "help", summary: "Explains a command or a topic.", positional: ["TOPIC?"],
      options: [.switched("man", "print the whole as a manual page, for man")],
      discussion: "Topics: \(HelpTopic.all.map(\.name).joined(separator: ", ")).",
      example: "gradus help verdicts"
    ) { arguments, console in
      if arguments.has("man") {
        let page = ManualPage(
          version: Self.version, summary: "learn by exercises that are graded at once", groups: groups)
        console.write(page.roff)
      } else if let name = arguments.positional.first {
        console.write(try explanation(name, console.style))
      } else {
        console.write(overview)
      }
      return .passed
    }
  }

  private func explanation(_ name: String, _ style: TerminalStyle) throws -> String {
    let told = commands.filter { !$0.isHidden }
    if let command = told.first(where: { $0.name == name }) { return command.help }
    if let topic = HelpTopic.all.first(where: { $0.name == name }) { return HelpText(style: style).page(topic) }
    let near = Spelling.suggestion(for: name, among: told.map(\.name) + HelpTopic.all.map(\.name)) {
      "gradus help \($0)"
    }
    throw UsageError(
      "there is neither a command nor a topic '\(name)'. \(near ?? "See `gradus help`.")"
    )
  }
}
