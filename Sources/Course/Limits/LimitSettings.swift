/// What a course says of what students' programs, and the compiler at work on them, may use.
package struct LimitSettings: Hashable, Sendable {
  /// A limit by the name under which a course sets it.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    /// Processor seconds for one check.
    case checkSeconds = "check-seconds"
    /// Processor seconds for all checks of a file.
    case fileSeconds = "file-seconds"
    /// Seconds on the clock that a program may wait without an answer.
    case waitSeconds = "wait-seconds"
    /// Seconds on the clock for all checks of a file.
    case fileClockSeconds = "file-clock-seconds"
    /// Address space of a program.
    case memoryMegabytes = "memory-megabytes"
    /// Processes and threads of a program together.
    case threads
    /// What a program may print.
    case outputKilobytes = "output-kilobytes"
    /// The largest answer of a function.
    case answerKilobytes = "answer-kilobytes"
    /// Processor seconds of the compiler.
    case compilerSeconds = "compiler-seconds"
    /// Address space of the compiler.
    case compilerMemoryMegabytes = "compiler-memory-megabytes"
    /// The largest file that the compiler may write.
    case compilerFileMegabytes = "compiler-file-megabytes"
  }

  /// The limits that are set; the others are as they come with the engine.
  package private(set) var values: [Name: Double]

  /// Makes settings.
  package init(_ values: [Name: Double] = [:]) {
    self.values = values
  }

  /// The value of a limit, if it is set.
  package subscript(name: Name) -> Double? { values[name] }

  /// These settings with others laid over them.
  package func overridden(by others: LimitSettings) -> LimitSettings {
    LimitSettings(values.merging(others.values) { $1 })
  }
}
