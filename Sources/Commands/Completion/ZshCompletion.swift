/// Completion for zsh.
struct ZshCompletion {
  let commands: [Command]

  var script: String {
    """
    #compdef gradus
    # Completion of gradus for zsh; written by `gradus completion zsh`.
    _gradus_names() {
      compadd -- ${(f)"$(${_gradus_program:-gradus} complete-words $1 2>/dev/null)"}
    }

    _gradus() {
      local _gradus_program=$words[1] context state state_descr line
      typeset -A opt_args
      _arguments -C '--version[print the version]' '1:command:->command' '*::argument:->argument'
      case $state in
        command)
          local -a known
          known=(
    \(commands.map { "        '\($0.name):\(quoted($0.summary).replacing(":", with: "\\:"))'" }.joined(separator: "\n"))
          )
          _describe command known
          ;;
        argument)
          case $words[1] in
    \(commands.map(entry).joined(separator: "\n"))
          esac
          ;;
      esac
    }

    if [ "$funcstack[1]" = _gradus ]; then _gradus "$@"; else compdef _gradus gradus; fi

    """
  }

  private func entry(_ command: Command) -> String {
    let options = (command.options + Option.common).map { option in
      let help = quoted(option.help).replacing("[", with: "\\[").replacing("]", with: "\\]")
      guard let value = option.value else { return "'--\(option.name)[\(help)]'" }
      return "'--\(option.name)=[\(help)]:\(quoted(value)):\(action(CompletedWord(value)))'"
    }
    let arguments = command.positional.enumerated().map { index, name in
      "'\(index + 1):\(quoted(name.filter { $0 != "?" })):\(action(CompletedWord(name)))'"
    }
    return "        \(command.name)) _arguments \((options + arguments).joined(separator: " ")) ;;"
  }

  private func action(_ word: CompletedWord) -> String {
    switch word {
    // The space keeps _arguments from putting words of its own behind the first.
    case .names(let kind): " _gradus_names \(kind)"
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    case .anything: " "
    }
  }

  private func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }
}
