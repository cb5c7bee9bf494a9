/// Our ends of a program's pipes.
struct ProgramStreams: ~Copyable {
  var output: CapturedStream
  var errorOutput: CapturedStream
  var toProgram: Descriptor?
  var fromProgram: Descriptor?

  init(
    output: consuming CapturedStream,
    errorOutput: consuming CapturedStream,
    toProgram: consuming Descriptor?,
    fromProgram: consuming Descriptor?
  ) {
    self.output = output
    self.errorOutput = errorOutput
    self.toProgram = toProgram
    self.fromProgram = fromProgram
    switch self.toProgram {
    case .some(let open): open.makeNonblocking()
    case .none: break
    }
    switch self.fromProgram {
    case .some(let open): open.makeNonblocking()
    case .none: break
    }
  }

  /// The number of a descriptor that may be closed: then -1, which `poll` passes over.
  static func number(_ descriptor: borrowing Descriptor?) -> Int32 {
    switch descriptor {
    case .some(let open): open.number
    case .none: -1
    }
  }
}
