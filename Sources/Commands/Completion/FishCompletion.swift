/// Completion for fish.
struct FishCompletion {
  let commands: [Command]

  var script: String {
    let lines = commands.flatMap(lines)
    return """
      # Completion of gradus for fish; written by `gradus completion fish`.
      complete -c gradus -f
      complete -c gradus -n __fish_use_subcommand -l version -d 'print the version'
      \(lines.joined(separator: "\n"))

      """
  }

  private func lines(_ command: Command) -> [String] {
    let seen = "complete -c gradus -n '__fish_seen_subcommand_from \(command.name)'"
    var lines = [
      "complete -c gradus -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'"
    ]
    for option in command.options + Option.common {
      let value = option.value.map { CompletedWord($0) }.map(argument) ?? ""
      lines.append("\(seen) -l \(option.name)\(value) -d '\(quoted(option.help))'")
    }
    if let first = command.positional.first {
      switch CompletedWord(first) {
      case .files, .folders: lines.append("\(seen) -F")
      case .anything: break
      case let word: lines.append("\(seen)\(argument(word).replacing(" -x", with: ""))")
      }
      // Behind an action stands what it is done with.
      if case .words(let actions) = CompletedWord(first), let second = command.positional.dropFirst().first,
        CompletedWord(second) == .files
      {
        lines.append("complete -c gradus -n '__fish_seen_subcommand_from \(actions.joined(separator: " "))' -F")
      }
    }
    return lines
  }

  private func argument(_ word: CompletedWord) -> String {
    switch word {
    case .names(let kind): " -x -a '(gradus complete-words \(kind) 2>/dev/null)'"
    case .words(let words): " -x -a '\(words.joined(separator: " "))'"
    case .files, .folders: " -r -F"
    case .anything: " -x"
    }
  }

  private func quoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
