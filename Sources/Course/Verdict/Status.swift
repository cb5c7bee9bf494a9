/// How a check or a whole submission came out.
package enum Status: String, Hashable, Sendable, CaseIterable {
  /// Right.
  case passed
  /// Wrong.
  case failed
  /// A function still stops at `todo()`.
  case notImplemented = "not-implemented"
  /// The file does not compile.
  case compileError = "compile-error"
  /// A declaration differs from the starter's.
  case signatureChanged = "signature-changed"
  /// The program stopped by itself.
  case crashed
  /// The program took too long.
  case timedOut = "timed-out"
  /// The program took too much memory.
  case outOfMemory = "out-of-memory"
  /// The program wrote too much.
  case outputLimit = "output-limit"
  /// The program answered what it was not asked.
  case protocolError = "protocol-error"
  /// The grader itself failed: this never becomes a grade and never overwrites one.
  case notGradable = "not-gradable"

  /// Whether this says something of the student's work and so may become a grade.
  package var isGrade: Bool { self != .notGradable }
}
