internal import CSandbox
internal import Glibc

/// How a program ended.
package enum Termination: Sendable, Hashable {
  /// It ended by itself with this code.
  case exited(Int32)

  /// A signal ended it.
  ///
  /// As the first process of its sandbox a program does not feel signals that it sends itself, so that an abort shows as
  /// signal 11 (an invalid instruction or access after the abort that did not work).
  case signalled(Int32)
}

extension Termination {
  init(waitStatus: Int32) {
    self =
      csandbox_status_exited(waitStatus) != 0
      ? .exited(csandbox_status_code(waitStatus)) : .signalled(csandbox_status_signal(waitStatus))
  }

  /// Takes bubblewrap's end for the program's, on kernels that do not keep the program's own wait status.
  ///
  /// In bubblewrap's exit code 128 + n stands for signal n. It is taken for that if the signal is one that the kernel sends
  /// for a fault, or SIGKILL when a limit or we ended the program; so `exit(137)` stays what it is, `exit(139)` does not.
  func passedOnByBubblewrap(wasEnded: Bool) -> Termination {
    guard case .exited(let code) = self else { return self }
    let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]
    let isSignal = faults.contains(code - 128) || (wasEnded && code - 128 == SIGKILL)
    return isSignal ? .signalled(code - 128) : self
  }
}

/// A limit that ended a program.
package enum StruckLimit: String, Sendable, Hashable {
  case cpu, wall, memory, output
}

/// What came of running a program.
package struct Outcome: Sendable {
  /// How it ended.
  package var termination: Termination

  /// What it wrote to the standard output, as far as it was kept.
  package var output: [UInt8]

  /// What it wrote to the standard error, as far as it was kept.
  package var errorOutput: [UInt8]

  /// Whether it wrote more than was kept.
  package var outputWasCut: Bool

  /// The limit that it struck, if one ended it.
  package var struckLimit: StruckLimit?

  /// The CPU time that it used, its descendants and the sandbox's own start included.
  package var cpuTime: Duration

  /// How long it took on the clock.
  package var wallTime: Duration
}
