/// What grading one submission took of each limit.
package struct Usage: Hashable, Sendable {
  /// Processor seconds of the check that took most.
  package var checkSeconds = 0.0
  /// Processor seconds of all checks.
  package var totalSeconds = 0.0
  /// Bytes of address space, at the most.
  package var addressSpace = 0
  /// Threads at the end of a check, at the most.
  package var threads = 0
  /// Bytes printed.
  package var outputBytes = 0
  /// Bytes of the largest answer.
  package var replyBytes = 0
  /// Processor seconds of the compiler.
  package var compilerSeconds = 0.0

  /// Nothing used.
  package init() {}

  /// The larger of both in everything.
  package func maximum(_ other: Usage) -> Usage {
    var usage = self
    usage.checkSeconds = max(checkSeconds, other.checkSeconds)
    usage.totalSeconds = max(totalSeconds, other.totalSeconds)
    usage.addressSpace = max(addressSpace, other.addressSpace)
    usage.threads = max(threads, other.threads)
    usage.outputBytes = max(outputBytes, other.outputBytes)
    usage.replyBytes = max(replyBytes, other.replyBytes)
    usage.compilerSeconds = max(compilerSeconds, other.compilerSeconds)
    return usage
  }
}
