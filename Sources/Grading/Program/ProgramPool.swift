internal import Course
internal import Sandbox
internal import Wire

extension String {
  /// The text, cut to a length that a report can hold: the other side may have made it up.
  var shortened: String { utf8.count > 500 ? "\(prefix(500))..." : self }
}

/// The programs that serve one submission: one at a time, and a fresh one when it has ended.
final class ProgramPool {
  private let toolkit: Toolkit
  private let slot: SandboxSlot
  private let compilation: Compilation
  private let limits: ProgramLimits
  private var current: StudentProgram?
  private var spare: StudentProgram?
  private var library = Compilation.libraryName
  private var earlierOutput: [UInt8] = []
  /// The processor time of the programs that have ended, in seconds.
  private var spent = 0.0
  private var start = ContinuousClock.now

  init(_ toolkit: Toolkit, _ slot: SandboxSlot, _ compilation: Compilation, _ limits: ProgramLimits) {
    self.toolkit = toolkit
    self.slot = slot
    self.compilation = compilation
    self.limits = limits
  }

  /// Starts a worker that waits for code.
  func startSpare() throws {
    if spare == nil {
      spare = try StudentProgram(toolkit, slot, libraries: compilation.libraries, limits: limits)
    }
  }

  /// Why a submission that compiles cannot be run.
  struct Obstacle {
    let status: Status
    let explanation: String
  }

  /// Loads the compiled code for the first time and holds what it offers against what is asked.
  func load(_ functions: [Function], _ submission: Submission) throws -> Obstacle? {
    try startSpare()
    guard let program = spare else { throw GradingFault("there is no worker program") }
    var loading = try program.load(library)
    if case .refused(let message) = loading, message.contains("undefined symbol") {
      if let complete = try compilation.linkWithAllLibraries() {
        library = complete
        loading = try program.load(library)
      }
    }
    spare = nil
    current = program
    switch loading {
    case .loaded: return Self.changedSignature(functions, program.functions, submission)
    case .refused(let message): return Obstacle(status: .compileError, explanation: Self.explain(refusal: message))
    case .ended(let ending):
      let report = try OutcomeText(self, compilation, submission).explain(.ended(ending), nil)
      return Obstacle(status: report.status, explanation: "Before any function was called: \(report.message)")
    }
  }

  private static func changedSignature(
    _ functions: [Function], _ offered: [ExposedFunction], _ submission: Submission
  ) -> Obstacle? {
    for function in functions {
      guard let found = offered.first(where: { $0.name == function.name }) else {
        return Obstacle(status: .protocolError, explanation: "The program does not offer \(function.name).")
      }
      guard found.type != function.type else { continue }
      // Types of the same text differ in the fields of a structure.
      let structures = zip(function.type.structures, found.type.structures).first { $0 != $1 }
      if "\(found.type)" == "\(function.type)", let (expected, changed) = structures {
        return Obstacle(
          status: .signatureChanged,
          explanation: "The structure \(expected.name) must have the fields \(expected.fieldsText), but has "
            + "\(changed.fieldsText.shortened). Restore its declaration as it stands in the starter.")
      }
      let declared = FunctionDeclaration.all(named: function.name, in: submission.source).first
      let place = declared.map { " (line \($0.line): `\($0.text)`)" } ?? ""
      return Obstacle(
        status: .signatureChanged,
        explanation:
          "The function \(function.name) must have the type \(function.type), but has \("\(found.type)".shortened)\(place). "
          + "Restore its declaration as it stands in the starter.")
    }
    return nil
  }

  private static func explain(refusal message: String) -> String {
    if message == "the code is a main program" {
      return
        "The file is a main program: it has `@main`, or a function that the linker knows as main. Remove that; the functions are called from "
        + "outside."
    }
    let symbol = (message.split(separator: "undefined symbol: ").last.map(String.init) ?? message).shortened
    return
      "The code uses `\(symbol)`, which is declared but defined nowhere. Remove the declaration, or write the function."
  }

  /// The program that serves; a fresh one with the code loaded when the last has ended.
  func program() throws -> StudentProgram {
    if let current, current.ending == nil { return current }
    retire()
    try startSpare()
    guard let fresh = spare else { throw GradingFault("there is no worker program") }
    spare = nil
    current = fresh
    // What happens while a fresh program loads the same code once more belongs to the check that is running now.
    _ = try fresh.load(library)
    return fresh
  }

  /// Whether the submission has used up its time: on the processor, or by far too much on the clock.
  var isExhausted: Bool {
    spent + (current?.processorSeconds ?? 0) > limits.totalSeconds
      || (ContinuousClock.now - start) / .seconds(1) > limits.totalWallSeconds
  }

  /// The processor time used so far, in seconds.
  var processorSeconds: Double { spent + (current?.usedSeconds ?? 0) }

  /// Takes note of what a check took that began with so much processor time used up.
  func note(since before: Double, in usage: inout Usage) {
    usage.checkSeconds = max(usage.checkSeconds, processorSeconds - before)
    usage.totalSeconds = max(usage.totalSeconds, processorSeconds)
    guard let current else { return }
    usage.replyBytes = max(usage.replyBytes, current.largestReply)
    let printed = current.printed
    usage.outputBytes = max(usage.outputBytes, printed.output.count, printed.errors.count)
    guard let size = current.size else { return }
    usage.addressSpace = max(usage.addressSpace, size.addressSpace)
    usage.threads = max(usage.threads, size.threads)
  }

  /// Gives the submission its whole processor time again, for the next seed.
  func startAnew() {
    start = .now
    spent = -(current?.processorSeconds ?? 0)
    // The kernel's own limit counts a program's whole life.
    if -spent > limits.totalSeconds / 2 {
      retire()
      spent = 0
    }
  }

  private func retire() {
    if let current {
      spent += current.usedSeconds
      let printed = current.printed
      earlierOutput += printed.output + printed.errors
    }
    current = nil
  }

  /// The library that is loaded.
  var libraryName: String { library }

  /// The last words of the program on standard error.
  var lastErrors: String {
    String(decoding: current?.printed.errors ?? [], as: UTF8.self)
  }

  /// The text without what the runtime says when it stops a program: the checks report that, and its addresses differ from run to run.
  private static func withoutRuntimeReports(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { line in
      if line.runtimeReport != nil || line == "Current stack trace:" { return false }
      let words = line.split(separator: " ", maxSplits: 3)
      return !(words.count == 4 && Int(words[0]) != nil && words[2].hasPrefix("0x"))
    }.joined(separator: "\n")
  }

  /// What all programs have printed, shortened.
  var printed: String {
    let last = current?.printed ?? (output: [], errors: [])
    let bytes = earlierOutput + last.output + last.errors
    let most = 4096
    let text = Self.withoutRuntimeReports(String(decoding: bytes, as: UTF8.self))
    return text.utf8.count > most ? "\(text.prefix(most))\n... (cut)" : text
  }
}
