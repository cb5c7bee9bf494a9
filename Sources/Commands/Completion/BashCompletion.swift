/// Completion for bash.
struct BashCompletion {
  let commands: [Command]

  var script: String {
    let names = commands.map(\.name).joined(separator: " ")
    return """
      # Completion of gradus for bash; written by `gradus completion bash`.
      _gradus() {
        local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= index
        COMPREPLY=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          case ${COMP_WORDS[index]} in -*) ;; *) command=${COMP_WORDS[index]}; break ;; esac
        done
        if [ -z "$command" ]; then
          COMPREPLY=($(compgen -W "\(names) --help --version --plain" -- "$word"))
          return
        fi
        case $command:$previous in
      \(commands.flatMap(values).joined(separator: "\n"))
        esac
        case $command:$word in
      \(commands.map(options).joined(separator: "\n"))
        esac
        case $command in
      \(commands.compactMap(arguments).joined(separator: "\n"))
        esac
      }
      complete -F _gradus gradus

      """
  }

  private func values(_ command: Command) -> [String] {
    command.options.compactMap { option in
      guard let value = option.value else { return nil }
      return "    \(command.name):--\(option.name)) \(reply(CompletedWord(value)))return ;;"
    }
  }

  private func options(_ command: Command) -> String {
    let words = (command.options + Option.common).map { "--\($0.name)" }.joined(separator: " ")
    return "    \(command.name):-*) COMPREPLY=($(compgen -W \"\(words)\" -- \"$word\")); return ;;"
  }

  private func arguments(_ command: Command) -> String? {
    guard let first = command.positional.first else { return nil }
    // Behind an action stands what it is done with.
    if case .words = CompletedWord(first), let second = command.positional.dropFirst().first {
      let (action, other) = (reply(CompletedWord(first)), reply(CompletedWord(second)))
      let rest = other.isEmpty ? "true; " : other
      return "    \(command.name)) if ((COMP_CWORD == index + 1)); then \(action)else \(rest)fi ;;"
    }
    return "    \(command.name)) \(reply(CompletedWord(first)));;"
  }

  private func reply(_ word: CompletedWord) -> String {
    switch word {
    case .names(let kind):
      "COMPREPLY=($(compgen -W \"$(\"${COMP_WORDS[0]}\" complete-words \(kind) 2>/dev/null)\" -- \"$word\")); "
    case .words(let words): "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\")); "
    case .files: "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$word\")); "
    case .folders: "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$word\")); "
    case .anything: ""
    }
  }
}
