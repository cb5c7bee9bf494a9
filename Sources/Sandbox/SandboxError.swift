internal import Glibc

/// A fault of ours or of the machine, never of the program that was to run.
package enum SandboxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sandbox cannot be had on this machine.
  case unavailable(Obstacle)

  /// The operating system refused something that every start needs.
  case refused(action: String, code: Int32)

  /// The sandbox stood, but the program in it could not be started.
  case notStarted(String)

  /// The sandbox was started and did not report for so many seconds.
  case silent(seconds: Int)

  /// What went wrong and what to do.
  package var description: String {
    switch self {
    case .unavailable(let obstacle):
      "The sandbox cannot be started: \(obstacle.reason). \(obstacle.remedy)"
    case .refused(let action, let code):
      "Starting a program failed at \(action): \(Self.text(of: code)). \(Self.remedy(for: code))"
    case .notStarted(let message):
      "The program could not be started in the sandbox: \(message). Check that the files it needs exist and that the "
        + "sandbox's user may read them and enter the folders above them."
    case .silent(let seconds):
      "The sandbox did not start within \(seconds) seconds. Is the machine overloaded? Try again with fewer jobs."
    }
  }

  private static func text(of code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  private static func remedy(for code: Int32) -> String {
    switch code {
    case EAGAIN: "The limit on processes is reached: end some programs, raise `ulimit -u`, or run fewer jobs."
    case EMFILE, ENFILE: "Too many files are open: raise `ulimit -n`, or run fewer jobs."
    case ENOMEM: "Memory is short: end some programs, or run fewer jobs."
    case ENOSPC, EDQUOT: "The disk is full: free some space."
    case ENOSYS: "The kernel is too old: Linux 5.9 or newer is needed."
    case EACCES, EPERM: "Check that this user, and as root the sandbox's users from 65100 on, may do that."
    case ENOENT: "Check that the file exists."
    default: "Try again; if it persists, report this message."
    }
  }
}
