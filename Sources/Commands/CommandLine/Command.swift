/// How a command ended, as the shell sees it.
package enum ExitCode: Int32, Sendable {
  /// All is well; of `check`: passed.
  case passed = 0
  /// Not passed.
  case notPassed = 1
  /// The command line was not understood.
  case usage = 2
  /// Something of ours or of the machine's is wrong: no grade.
  case fault = 3
}

extension Option {
  /// The options that every command takes.
  static let common = [
    switched("plain", "for screen readers: words in lines, no colour, no full screen; or set GRADUS_PLAIN=1"),
    switched("help", "show this page"),
  ]
}

/// A subcommand: what it is called, what it takes, what it does.
struct Command {
  let name: String
  let summary: String
  var positional: [String] = []
  var options: [Option] = []
  var discussion = ""
  let example: String
  /// Whether it is for the command's own use, and not told of.
  var isHidden = false
  let run: (Arguments, Console) throws -> ExitCode

  /// The page that `--help` prints.
  var help: String {
    let words = positional.map { $0.hasSuffix("?") ? "[\($0.dropLast())]" : $0 }
    var text = "usage: gradus \(([name] + words).joined(separator: " "))\(options.isEmpty ? "" : " [options]")\n\n"
    text += summary + "\n"
    if !discussion.isEmpty { text += "\n" + discussion + "\n" }
    let all = options + Option.common
    let heads = all.map { "--\($0.name)" + ($0.value.map { " \($0)" } ?? "") }
    let width = heads.map(\.count).max() ?? 0
    text += "\noptions:\n"
    for (head, option) in zip(heads, all) {
      text += "  \(head)\(String(repeating: " ", count: width - head.count + 2))\(option.help)\n"
    }
    return text + "\nexample:\n  \(example)\n"
  }
}
