/// The manual page, made of the commands' declarations and the topics: `gradus help --man`.
struct ManualPage {
  let version: String
  let summary: String
  let groups: [(heading: String, commands: [Command])]

  /// The page in the man macros.
  var roff: String {
    var lines =
      [
        ".TH GRADUS 1 \"\" \"gradus \(version)\" \"User Commands\"", ".SH NAME", "gradus \\- \(escaped(summary))",
        ".SH SYNOPSIS", ".B gradus", ".br", ".B gradus", ".I COMMAND", "[options]", ".SH COMMANDS",
        "Every command takes", "\\fB\\-\\-help\\fR", "and", "\\fB\\-\\-plain\\fR:",
      ] + filled(Option.common[0].help + ".")
    for (heading, commands) in groups {
      lines += [".SS \(escaped(heading))"]
      for command in commands where !command.isHidden { lines += entry(command) }
    }
    for topic in HelpTopic.all {
      // A section begins a paragraph by itself.
      let body = topic.pieces.flatMap(text)
      lines += [".SH \(escaped(topic.name.uppercased()))"] + body.drop { $0 == ".PP" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ command: Command) -> [String] {
    let words = command.positional.map {
      $0.hasSuffix("?") ? "[\\fI\(escaped(String($0.dropLast())))\\fR]" : "\\fI\(escaped($0))\\fR"
    }
    var lines =
      [
        ".TP", (["\\fBgradus \(escaped(command.name))\\fR"] + words).joined(separator: " "),
      ] + filled(command.summary)
    for paragraph in command.discussion.split(separator: "\n\n") {
      lines += [".IP"] + filled(paragraph.replacing("\n", with: " "))
    }
    guard !command.options.isEmpty else { return lines }
    lines.append(".RS")
    for option in command.options {
      let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
      lines += [".TP", "\\fB\\-\\-\(escaped(option.name))\\fR\(value)"] + filled(option.help)
    }
    return lines + [".RE"]
  }

  private func text(_ piece: HelpTopic.Piece) -> [String] {
    switch piece {
    case .paragraph(let text): [".PP"] + filled(text)
    case .example(let text):
      [".PP", ".nf", ".RS"] + text.split(separator: "\n").map { guarded(escaped(String($0))) } + [".RE", ".fi"]
    case .terms(let terms): terms.flatMap { [".TP", "\\fB\(escaped($0.term))\\fR"] + filled($0.meaning) }
    }
  }

  /// The text with everything that roff reads as something else.
  private func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("'", with: "\\(aq").replacing(
      "`", with: "\\(ga")
  }

  /// The text in lines of less than eighty bytes, none of which begins like a request.
  private func filled(_ text: some StringProtocol) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map({ escaped($0) }) {
      if let last = lines.last, last.utf8.count + word.utf8.count < 76 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.map(guarded)
  }

  /// A line that does not begin like a request.
  private func guarded(_ line: String) -> String { line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line }
}
