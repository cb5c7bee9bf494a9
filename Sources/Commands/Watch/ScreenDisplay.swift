internal import Course
internal import Files
internal import Glibc
internal import Progress
internal import Terminal
internal import Watching

/// The whole screen: where one is at the head, the verdict or a text in the middle, keys at the foot.
final class ScreenDisplay: WatchDisplay {
  private let screen: Screen
  private let usesColour: Bool
  private var top = 0
  private var shown = ""
  /// The lines of the middle and what they were made of.
  private var body: [String] = []

  init(_ style: TerminalStyle) throws {
    usesColour = style.usesColour
    screen = try Screen()
  }

  var style: TerminalStyle { TerminalStyle(usesColour: usesColour, width: min(screen.size.columns, 100)) }
  var inputDescriptor: Int32 { STDIN_FILENO }
  var endsWithInput: Bool { true }

  func commands() -> [WatchCommand]? {
    guard let keys = screen.keys() else { return nil }
    let page = max(1, room - 2)
    var commands: [WatchCommand] = []
    for key in keys {
      switch key {
      case .up, .character("k"): top -= 1
      case .down, .character("j"): top += 1
      case .pageUp, .character("b"): top -= page
      case .pageDown, .character(" "): top += page
      case .home: top = 0
      case .end: top = .max / 2
      case .escape: commands.append(.verdict)
      case .character(let letter): commands.append(WatchCommand(letter))
      }
    }
    return commands
  }

  func resize() {
    screen.measure()
    shown = ""
  }

  func finished(_ state: WatchState, _ session: WatchSession) {
    top = 0
    show(state, session)
  }

  func answered(_ state: WatchState, _ session: WatchSession) {
    top = 0
    show(state, session)
  }

  func end() { screen.leave() }

  /// How many lines there are between head and foot.
  private var room: Int { max(1, screen.size.rows - 5) }

  func show(_ state: WatchState, _ session: WatchSession) {
    let width = screen.size.columns
    body = text(state, session).split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Screen.fold(String($0), to: width) }
    while body.last == "" { body.removeLast() }
    top = max(0, min(top, body.count - room))
    let visible = body.dropFirst(top).prefix(room)
    let blank = Array(repeating: "", count: room - visible.count)
    let rule = String(repeating: "-", count: width)
    let isCut = body.count > room
    let place = isCut ? "-- lines \(top + 1) to \(min(top + room, body.count)) of \(body.count), arrows scroll " : ""
    let lines =
      head(state, session) + [style.paint(rule, .quiet)] + visible + blank
      + [style.paint(place + rule.dropFirst(place.count), .quiet)] + foot(state, session)
    let picture = lines.joined(separator: "\n")
    guard picture != shown else { return }
    shown = picture
    screen.show(lines)
  }

  private func head(_ state: WatchState, _ session: WatchSession) -> [String] {
    let exercise = session.exercise
    let passed = session.study.standings.passed.count
    let left = "\(exercise.id)  \(exercise.title)"
    let right = "\(passed) of \(session.study.catalogue.exercises.count) passed"
    let gap = screen.size.columns - left.count - right.count
    let line = gap > 1 ? left + String(repeating: " ", count: gap) + right : left
    return [style.paint(line, .heading)]
  }

  private func text(_ state: WatchState, _ session: WatchSession) -> String {
    if state.page != .verdict { return session.text(state.page, style) }
    var parts: [String] = []
    if state.isChecking { parts.append("checking \(state.file) ...") }
    parts += state.notes.map { style.wrap(TerminalText.safe($0), indent: 0) }
    if let message = state.message { parts.append(style.wrap(TerminalText.safe(message), indent: 0)) }
    if let passage = state.passage, passage.isFirst {
      parts.append(
        PassageText(
          passage, session.study, points: session.gradus.points,
          reading: session.gradus.reading(session.study.course.layout, style)
        ).text)
    }
    if let verdict = state.verdict {
      parts.append(VerdictText(verdict, path: state.file, style: style, isBrief: true).text)
    }
    return parts.joined(separator: "\n\n")
  }

  private func foot(_ state: WatchState, _ session: WatchSession) -> [String] {
    var status = state.note ?? state.file
    if state.note == nil, let elapsed = state.elapsed, let verdict = state.verdict {
      status += "  \(verdict.status.rawValue.replacing("-", with: " ")) after \(Int(elapsed / .milliseconds(1))) ms"
    }
    if status.count > screen.size.columns {
      // Rather the folder than the outcome is left out.
      status = status.replacing(state.file, with: Files.name(of: state.file))
    }
    let next = session.study.standings[session.exercise.id].isPassed ? "n next" : "s skip"
    let keys =
      state.page == .verdict
      ? "h hint  l lesson  t task  \(next)  c check again  q quit"
      : "v verdict  h hint  l lesson  t task  \(next)  q quit"
    return [status, style.paint(keys, .heading)]
  }
}
