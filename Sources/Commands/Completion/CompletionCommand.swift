internal import Course

extension Gradus {
  /// `gradus completion`: what makes a shell complete commands, options and names.
  var completion: Command {
    Command(
      name: "completion", summary: "Prints what makes your shell complete commands, options and names.",
      positional: [CompletedWord.shells],
      discussion: """
        bash: gradus completion bash > ~/.local/share/bash-completion/completions/gradus
        zsh: gradus completion zsh > a folder of $fpath, as _gradus
        fish: gradus completion fish > ~/.config/fish/completions/gradus.fish
        """,
      example: "source <(gradus completion bash)"
    ) { arguments, console in
      let shells = CompletedWord.shells.split(separator: "|").map(String.init)
      guard let shell = arguments.positional.first, shells.contains(shell) else {
        throw UsageError("say for which shell: gradus completion \(CompletedWord.shells)")
      }
      let told = commands.filter { !$0.isHidden }
      switch shell {
      case "bash": console.write(BashCompletion(commands: told).script)
      case "zsh": console.write(ZshCompletion(commands: told).script)
      default: console.write(FishCompletion(commands: told).script)
      }
      return .passed
    }
  }

  /// `gradus complete-words`: names of the course for a shell, a line each.
  var completeWords: Command {
    Command(
      name: "complete-words", summary: "Prints names for completion.", positional: ["KIND"],
      example: "gradus complete-words exercises", isHidden: true
    ) { arguments, console in
      let layout = FoundCourse.find(try installation()).layout
      let exercises = try layout.exercises()
      let words =
        switch arguments.positional.first {
        case "exercises": exercises.map(\.id.rawValue)
        case "names": Set(exercises.map(\.id.rawValue) + (try layout.lessons().map(\.id.rawValue))).sorted()
        case "lessons": try layout.lessons().map(\.id.rawValue)
        case "topics": Set(exercises.map { $0.topic.folder + "/" }).sorted()
        default: [String]()
        }
      console.write(words.map { $0 + "\n" }.joined())
      return .passed
    }
  }
}

/// What may stand in a place of a command line, told by how the declaration names it.
enum CompletedWord: Hashable {
  /// Names that the command itself knows: exercises, lessons, both or topics.
  case names(String)
  case words([String])
  case files, folders
  case anything

  static let shells = "bash|zsh|fish"

  init(_ placeholder: String) {
    let name = placeholder.hasSuffix("?") ? String(placeholder.dropLast()) : placeholder
    switch name {
    case "ID": self = .names("exercises")
    case "NAME": self = .names("names")
    case "LESSON": self = .names("lessons")
    case "TOPIC/ID": self = .names("topics")
    case "TOPIC": self = .words(HelpTopic.all.map(\.name))
    case "F": self = .files
    case "DIR": self = .folders
    default: self = name.contains("|") ? .words(name.split(separator: "|").map(String.init)) : .anything
    }
  }
}
