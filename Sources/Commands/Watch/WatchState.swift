internal import Course
internal import Terminal

/// What a session of `gradus watch` has to show.
struct WatchState {
  /// What is in front.
  enum Page: Hashable {
    case verdict, lesson, task
    case hint(HintText.Choice)
  }

  /// The file, as it is written in the working folder.
  let file: String
  var isChecking = false
  var start = ContinuousClock.now
  var elapsed: Duration?
  var verdict: Verdict?
  /// Why there is no verdict.
  var message: String?
  /// What the helper had to say.
  var notes: [String] = []
  var passage: Passage?
  var page = Page.verdict
  /// An answer to the last command, in a line.
  var note: String?

  init(file: String) { self.file = file }
}

/// What a learner may ask of a session.
enum WatchCommand: Hashable {
  case hint, lesson, task, next, skip, check, verdict, quit
  case unknown(String)

  /// The commands by their letters.
  init(_ letter: Character) {
    switch letter {
    case "h": self = .hint
    case "l": self = .lesson
    case "t": self = .task
    case "n": self = .next
    case "s": self = .skip
    case "c": self = .check
    case "v": self = .verdict
    case "q": self = .quit
    default: self = .unknown(String(letter))
    }
  }

  static let help = "h hint, l lesson, t task, n next, s skip, c check again, v verdict, q quit"
}

/// Where a session shows what it has to show.
protocol WatchDisplay {
  /// How texts are set there.
  var style: TerminalStyle { get }
  /// Becomes readable when the learner asks for something; negative where nobody can.
  var inputDescriptor: Int32 { get }
  /// Whether the session ends when nothing more can be asked.
  var endsWithInput: Bool { get }
  /// What the learner asks for; nil when nothing more will come.
  func commands() -> [WatchCommand]?
  /// Takes notice of another size.
  func resize()
  /// Shows how things stand, if that can be seen.
  func show(_ state: WatchState, _ session: WatchSession)
  /// A check has ended.
  func finished(_ state: WatchState, _ session: WatchSession)
  /// A command was carried out.
  func answered(_ state: WatchState, _ session: WatchSession)
  /// Gives everything back.
  func end()
}
