internal import CSandbox

/// Which system calls a program may make.
package enum SystemCallFilter: Sendable, Hashable {
  /// Neither new processes nor sockets, neither namespaces nor anything else that a computation can do without.
  case program

  /// As ``program``, but processes, socket pairs and memory files are allowed: a compiler starts others.
  case compiler

  /// The filter as the bytes of a BPF program, as the kernel and bubblewrap take it.
  package var bytes: [UInt8] {
    switch self {
    case .program: Self.programBytes
    case .compiler: Self.compilerBytes
    }
  }

  /// The kind by which the C part knows it.
  var kind: csandbox_filter_kind {
    switch self {
    case .program: CSANDBOX_FILTER_PROGRAM
    case .compiler: CSANDBOX_FILTER_COMPILER
    }
  }

  private static let programBytes = make(CSANDBOX_FILTER_PROGRAM)
  private static let compilerBytes = make(CSANDBOX_FILTER_COMPILER)

  private static func make(_ kind: csandbox_filter_kind) -> [UInt8] {
    let capacity = 4096
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = unsafe csandbox_filter(kind, start, capacity)
      precondition(count > 0, "the filter's buffer is too small")
    }
  }
}
