internal import Glibc
internal import Terminal

/// Lines, one after the other: for pipes, editors and screen readers.
final class LineDisplay: WatchDisplay {
  private let console: Console
  private var announced: String?
  private var saidNotes = 0
  private var typed: [UInt8] = []
  /// Commands are read where somebody can type them.
  private var canAsk = isatty(STDIN_FILENO) == 1

  init(_ console: Console) { self.console = console }

  var style: TerminalStyle { console.style }
  var inputDescriptor: Int32 { canAsk ? STDIN_FILENO : -1 }
  var endsWithInput: Bool { false }

  func commands() -> [WatchCommand]? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return [] }
    guard count > 0 else {
      canAsk = false
      return nil
    }
    typed += bytes[..<count]
    guard let end = typed.lastIndex(of: 0x0A) else { return [] }
    let lines = String(decoding: typed[..<end], as: UTF8.self).split(separator: "\n")
    typed.removeSubrange(...end)
    return lines.compactMap { $0.first { $0 != " " }.map(WatchCommand.init) }
  }

  func resize() {}

  func show(_ state: WatchState, _ session: WatchSession) {
    for note in state.notes.dropFirst(saidNotes) { console.note("gradus: \(note)") }
    saidNotes = state.notes.count
    guard state.isChecking, announced == nil else { return }
    announced = state.file
    console.write("checking \(state.file)\n")
  }

  func finished(_ state: WatchState, _ session: WatchSession) {
    show(state, session)
    announced = nil
    if let message = state.message { console.write(style.wrap(TerminalText.safe(message), indent: 0) + "\n") }
    if let verdict = state.verdict {
      console.write(VerdictText(verdict, path: state.file, style: style, isBrief: true).text)
    }
    if let passage = state.passage {
      console.write(
        "\n"
          + PassageText(
            passage, session.study, points: session.gradus.points,
            reading: session.gradus.reading(session.study.course.layout, style)
          ).text)
      if canAsk { console.write("n and Enter goes on.\n") }
    }
    saidNotes = 0
    let keys = canAsk ? " (type a letter and Enter: \(WatchCommand.help))" : ""
    console.write(style.wrap("waiting for a save of \(state.file)\(keys)", indent: 0) + "\n")
  }

  func answered(_ state: WatchState, _ session: WatchSession) {
    if let note = state.note { console.write(note + "\n") }
    guard state.note == nil else { return }
    if state.page != .verdict {
      console.write(session.text(state.page, style))
    } else if let verdict = state.verdict, !state.isChecking {
      console.write(VerdictText(verdict, path: state.file, style: style, isBrief: true).text)
    }
  }

  func end() {}
}
