internal import ClassGrading
internal import Course
internal import Glibc
internal import Synchronization
internal import Terminal

/// Shows how far the grading of a class is: a bar on a terminal, now and then a line elsewhere.
final class ClassProgress: Sendable {
  private let console: Console
  private let isDrawn: Bool
  private let said: Mutex<(tenth: Int, time: Double)>

  init(_ console: Console) {
    self.console = console
    isDrawn = isatty(STDERR_FILENO) == 1 && !console.isPlain
    said = Mutex((0, 0))
  }

  func show(_ progress: ClassRun.Progress) {
    if isDrawn {
      console.progress(Self.bar(progress, width: console.errorStyle.width))
      return
    }
    // A line at each tenth, and where that takes long every ten seconds.
    let tenth = progress.total > 0 ? progress.done * 10 / progress.total : 10
    let isDue = said.withLock { said in
      guard tenth > said.tenth || progress.seconds - said.time >= 10 else { return false }
      said = (tenth, progress.seconds)
      return true
    }
    if isDue { console.note("graded \(Self.words(progress))") }
  }

  /// Writes a line where the bar stands; the bar comes again with the next verdict.
  func note(_ text: String) {
    end()
    console.note(text)
  }

  func end() { if isDrawn { console.progress("") } }

  static func bar(_ progress: ClassRun.Progress, width: Int) -> String {
    let words = words(progress)
    let room = max(0, min(30, width - words.count - 4))
    guard room >= 8, progress.total > 0 else { return String(words.prefix(max(20, width - 1))) }
    let full = room * progress.done / progress.total
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: room - full) + "] " + words
  }

  static func words(_ progress: ClassRun.Progress) -> String {
    let rate = progress.seconds > 0 ? Double(progress.done) / progress.seconds : 0
    var text = "\(progress.done) of \(progress.total)"
    if rate > 0 {
      text += ", \((rate * 10).rounded() / 10) a second"
      let left = Double(progress.total - progress.done) / rate
      if progress.done < progress.total { text += ", \(time(left)) left" }
    }
    let counts = counts(progress.counts)
    return counts.isEmpty ? text : text + ": \(counts)"
  }

  static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 120
      ? "\(whole) s" : whole < 7200 ? "\((whole + 59) / 60) min" : "\(whole / 3600) h \(whole / 60 % 60) min"
  }

  /// How often each outcome came, in words.
  static func counts(_ counts: [Status: Int]) -> String {
    Status.allCases.compactMap { status in
      counts[status].map { "\($0) \(status.rawValue.replacing("-", with: " "))" }
    }.joined(separator: ", ")
  }
}
