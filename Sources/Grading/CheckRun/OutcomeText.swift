internal import Course
internal import Wire

/// Says what became of a call that returned nothing.
struct OutcomeText {
  private let pool: ProgramPool
  private let compilation: Compilation
  private let submission: Submission
  private let isTerse: Bool

  /// Prepares the texts; terse ones hold nothing that the program chose, such as its words, its exit code or the line at which it crashed: a
  /// program may tell its inputs by them.
  init(
    _ pool: ProgramPool, _ compilation: Compilation, _ submission: Submission, isTerse: Bool = false
  ) {
    self.pool = pool
    self.compilation = compilation
    self.submission = submission
    self.isTerse = isTerse
  }

  /// Words of the program's own, shortened.
  private func quoted(_ words: String) -> String {
    isTerse ? "(not shown)" : words.shortened
  }

  /// What became of a call: the status of the check, what to tell the student, and where in the file a crash was.
  struct Explanation {
    var status: Status
    var message: String
    var place: Diagnostic?

    fileprivate init(_ status: Status, _ message: String, at place: Diagnostic? = nil) {
      self.status = status
      self.message = message
      self.place = place
    }
  }

  /// The status of the check and what to tell the student.
  func explain(_ outcome: CallOutcome, _ function: String?) throws -> Explanation {
    let name = function ?? "the program"
    switch outcome {
    case .returned: return Explanation(.passed, "")
    case .notMade: return Explanation(.crashed, "\(name) was not called, because the program had ended.")
    case .notImplemented(let what, let line):
      let note = what.isEmpty || isTerse ? "" : " (\(quoted(what)))"
      return Explanation(.notImplemented, "not implemented yet\(isTerse ? "" : ": line \(line)\(note)")")
    case .threw(let message): return Explanation(.crashed, "\(name) threw an error: \(quoted(message))")
    case .refused(let reason):
      return Explanation(.signatureChanged, "\(name) did not take its arguments: \(quoted(reason)).")
    case .ended(let ending): return try explain(ending, name)
    }
  }

  private func explain(_ ending: Ending, _ name: String) throws -> Explanation {
    switch ending {
    case .died(let signal, let addresses): return try crash(signal, addresses, name)
    case .exited(let code):
      let manner = isTerse ? "" : " with exit code \(code)"
      return Explanation(.crashed, "the program ended by itself\(manner) before \(name) answered.")
    case .usedTooMuchTime(let seconds):
      return Explanation(
        .timedOut,
        "\(name) used more than \(ValueText.number(seconds)) s of processor time. Look for a loop that does not end."
      )
    case .neverAnswered(let seconds):
      return Explanation(
        .timedOut, "\(name) did not answer within \(ValueText.number(seconds)) s. Does it wait for something?")
    case .outOfMemory:
      return Explanation(
        .outOfMemory, "\(name) wanted more memory than it may have. Look for something that grows without end.")
    case .printedTooMuch(let bytes):
      return Explanation(.outputLimit, "\(name) printed more than \(bytes / 1024) KB. Remove prints from loops.")
    case .answeredTooMuch(let bytes):
      return Explanation(
        .outputLimit, "\(name) returned a value of more than \(bytes >> 20) MB. Return only what the exercise asks for."
      )
    case .brokeProtocol(let what):
      return Explanation(
        .protocolError, "the program broke the protocol: \(what). Leave the file descriptors 3 and 4 alone.")
    }
  }

  private func crash(_ signal: Int, _ addresses: [UInt64], _ name: String) throws -> Explanation {
    if isTerse { return Explanation(.crashed, "\(name) crashed.") }
    let frames = try compilation.symbolize(addresses, in: pool.libraryName)
    let reason = fatalError ?? trap(frames.map(\.function)) ?? Self.signalName(signal)
    guard let line = Self.line(of: frames) else { return Explanation(.crashed, "\(name) crashed: \(reason)") }
    let column = Self.column(of: line, in: frames)
    let message = "\(name) crashed at line \(line): \(reason)\(excerpt(line, column))"
    let place = Diagnostic(line: line, column: column ?? 1, severity: .error, message: "the program crashed: \(reason)")
    return Explanation(.crashed, message, at: place)
  }

  /// The student's line with a caret below the column, each behind a bar.
  private func excerpt(_ line: Int, _ column: Int?) -> String {
    let lines = submission.source.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return "" }
    let source = lines[line - 1]
    let text = "\n  \(line) | \(source.trimmed)"
    guard let column, column <= source.utf8.count else { return text }
    // What stands before the column, in characters, less the indentation that is not shown.
    let before = String(decoding: source.utf8.prefix(column - 1), as: UTF8.self).drop { $0 == " " || $0 == "\t" }
    let margin = String(repeating: " ", count: "\(line)".count)
    return text + "\n  \(margin) | \(String(repeating: " ", count: before.count))^"
  }

  /// How many of a stack's frames are told at most is known to the worker; a stack as deep as this is a recursion that has used it up.
  private static let deepStack = 40

  /// The student's line that a crash is told by: the innermost, but for a recursion without end.
  ///
  /// Where the stack ends is chance: within the function, before its first line or in something that it calls. What is the same each time is the
  /// line that most of the frames stand at; of several, the first.
  private static func line(of frames: [Compilation.Frame]) -> Int? {
    let lines = frames.compactMap(\.line)
    guard lines.count >= deepStack else { return lines.first }
    let counts = Dictionary(grouping: lines) { $0 }.mapValues(\.count)
    return counts.filter { $0.value * 4 >= lines.count }.keys.min() ?? lines.first
  }

  /// The column that a line is left at: where the innermost frame stands or, in a recursion without end, most of them do.
  private static func column(of line: Int, in frames: [Compilation.Frame]) -> Int? {
    let columns = frames.filter { $0.line == line }.compactMap(\.column)
    guard frames.count >= deepStack else { return columns.first }
    let counts = Dictionary(grouping: columns) { $0 }.mapValues(\.count)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The runtime's own words on standard error, such as "Index out of range".
  private var fatalError: String? {
    let lines = pool.lastErrors.split(separator: "\n")
    guard let line = lines.last(where: { $0.runtimeReport != nil }), let range = line.runtimeReport else { return nil }
    let text = line[range.upperBound...].drop { $0 == ":" || $0 == " " }
    return text.isEmpty ? "a fatal error" : String(text.prefix(300))
  }

  /// What the compiler notes of a trap in the debug information: "Swift runtime failure: arithmetic overflow".
  private func trap(_ functions: [String]) -> String? {
    let mark = "Swift runtime failure: "
    guard let function = functions.first, function.hasPrefix(mark) else { return nil }
    return String(function.dropFirst(mark.count))
  }

  private static func signalName(_ signal: Int) -> String {
    switch signal {
    case 4, 5: "a trap: an operation without a result, such as a force unwrap of nil or an overflow"
    case 6: "the program aborted"
    case 8: "an arithmetic fault"
    case 7, 11: "an access to memory that is not there, such as a recursion that does not end"
    default: "signal \(signal)"
    }
  }
}

extension Substring {
  /// Where a line says that the runtime stops the program.
  var runtimeReport: Range<Index>? {
    ["Fatal error", "Precondition failed", "Assertion failed"].lazy.compactMap { self.firstRange(of: $0) }.first
  }
}
