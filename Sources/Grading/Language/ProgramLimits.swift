package import Course
internal import Sandbox

/// What a student's program may use, and the compiler at work on it.
///
/// The defaults are such that no solution comes near: `gradus limits` reports by how much.
package struct ProgramLimits: Hashable, Sendable {
  /// Processor seconds for one check; not wall time, so that a loaded machine does not change a grade.
  package var checkSeconds = 2.0
  /// Processor seconds for all checks together.
  package var totalSeconds = 10.0
  /// Seconds without an answer after which a check ends although it used no processor time.
  package var wallSeconds = 10.0
  /// Seconds on the clock for all checks together: a backstop.
  package var totalWallSeconds = 120.0
  /// Bytes of address space.
  package var addressSpace = 2 << 30
  /// Processes and threads together.
  package var threads = 64
  /// Bytes that may be printed.
  package var outputBytes = 1 << 20
  /// Bytes of one reply.
  package var replyBytes = 4 << 20
  /// Processor seconds of the compiler; twice as many on the clock.
  package var compilerSeconds = 30.0
  /// Bytes of address space of the compiler.
  package var compilerAddressSpace = 4 << 30
  /// Bytes of the largest file that the compiler may write.
  package var compilerFileBytes = 256 << 20

  /// The defaults.
  package init() {}

  /// The same limits with what a course says laid over them.
  package func overridden(by settings: LimitSettings) -> ProgramLimits {
    var limits = self
    func set(_ name: LimitSettings.Name, _ field: WritableKeyPath<ProgramLimits, Double>) {
      if let value = settings[name] { limits[keyPath: field] = value }
    }
    func set(_ name: LimitSettings.Name, _ field: WritableKeyPath<ProgramLimits, Int>, times unit: Int) {
      if let value = settings[name] { limits[keyPath: field] = max(1, Int(value * Double(unit))) }
    }
    set(.checkSeconds, \.checkSeconds)
    set(.fileSeconds, \.totalSeconds)
    set(.waitSeconds, \.wallSeconds)
    set(.fileClockSeconds, \.totalWallSeconds)
    set(.memoryMegabytes, \.addressSpace, times: 1 << 20)
    set(.threads, \.threads, times: 1)
    set(.outputKilobytes, \.outputBytes, times: 1 << 10)
    set(.answerKilobytes, \.replyBytes, times: 1 << 10)
    set(.compilerSeconds, \.compilerSeconds)
    set(.compilerMemoryMegabytes, \.compilerAddressSpace, times: 1 << 20)
    set(.compilerFileMegabytes, \.compilerFileBytes, times: 1 << 20)
    return limits
  }

  /// The sandbox's limits for a program that serves all checks.
  var ofProgram: Limits {
    var limits = Limits.program
    // A check that has used up its time is ended by us, with a word for it; the kernel's limit is behind that.
    limits.cpuSeconds = Int(totalSeconds.rounded(.up)) + 2
    limits.wallSeconds = totalWallSeconds + wallSeconds
    limits.addressSpace = addressSpace
    limits.processes = threads
    limits.outputBytes = outputBytes
    return limits
  }

  /// The sandbox's limits for the compiler.
  var ofCompiler: Limits {
    var limits = Limits.compiler
    limits.cpuSeconds = Int(compilerSeconds.rounded(.up))
    limits.wallSeconds = compilerSeconds * 2
    limits.addressSpace = compilerAddressSpace
    limits.fileSize = compilerFileBytes
    limits.outputBytes = 256 << 10
    return limits
  }
}
