internal import Wire

/// Why a student's program gave no answer to a call.
enum Ending: Hashable, Sendable {
  /// It died of a signal, at these addresses of its code, innermost first.
  case died(signal: Int, addresses: [UInt64])
  /// It ended by itself.
  case exited(code: Int)
  /// It used more processor time than a check may.
  case usedTooMuchTime(seconds: Double)
  /// It neither answered nor worked.
  case neverAnswered(seconds: Double)
  /// It wanted more memory than it may have.
  case outOfMemory
  /// It printed more than it may.
  case printedTooMuch(bytes: Int)
  /// It gave an answer that is larger than any right one.
  case answeredTooMuch(bytes: Int)
  /// It answered what it was not asked.
  case brokeProtocol(String)
}

/// What became of one call.
enum CallOutcome {
  /// It returned a value.
  case returned(Value)
  /// It met a `todo()`.
  case notImplemented(what: String, line: Int)
  /// It threw an error.
  case threw(String)
  /// The program did not take the arguments.
  case refused(String)
  /// The program ended.
  case ended(Ending)
  /// The call was not made, because the program had ended before.
  case notMade

  /// Whether it was not called at all.
  var isNotMade: Bool { if case .notMade = self { true } else { false } }
}
