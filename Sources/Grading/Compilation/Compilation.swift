internal import Files
internal import Glibc
internal import Sandbox

/// One submission on its way from source to a library that the worker can load, in a folder of its own.
///
/// The compiler works in the sandbox while the caller does something else; ``finish()`` waits for it.
final class Compilation {
  private let sandbox: CompilerSandbox
  private var process: SandboxedProcess?
  private var harness = ""
  /// What the compiler used, once it has ended.
  private(set) var processorSeconds = 0.0

  /// The fixed names, all that a program sees of its own path.
  static let sourceName = "submission.swift"
  /// Nobody can guess it, so that no `#sourceLocation` makes the student's errors look like ours.
  private let harnessName = "harness-\(UInt64.random(in: .min ... .max)).swift"
  private static let objectName = "submission.o"
  static let libraryName = "submission.so"

  /// What the compiler made of a submission.
  enum Result {
    /// The library stands in ``Compilation/libraries``.
    case compiled(warnings: [CompilerMessage])
    /// The student's file has errors.
    case errors([CompilerMessage])
    /// The student's file compiles by itself, but does not offer what is asked: the messages are about the harness.
    case harnessErrors([CompilerMessage])
    /// The compiler took too long, wanted too much memory, or crashed.
    case stopped(Stop)
  }

  /// Why the compiler gave no answer.
  enum Stop: Hashable {
    case time, memory, output
    case crash
  }

  init(
    _ toolkit: Toolkit, _ slot: SandboxSlot, limits: ProgramLimits = ProgramLimits(), warmsCache: Bool = false
  ) throws {
    sandbox = try CompilerSandbox(toolkit, slot, limits: limits, warmsCache: warmsCache)
  }

  deinit {
    process?.kill()
    process = nil
  }

  /// The folder in which the library will stand, on the machine.
  var libraries: String { sandbox.libraries }

  /// Writes the sources and starts the compiler.
  func start(source: String, harness: String) throws {
    self.harness = harness
    try sandbox.write(source, to: Self.sourceName)
    try sandbox.write(harness, to: harnessName)
    let compile = sandbox.compileCommand([Self.sourceName, harnessName], to: Self.objectName)
    let link = sandbox.linkCommand([Self.objectName], to: Self.libraryName)
    process = try sandbox.start("\(compile) || exit $?\n\(link) || exit 102")
  }

  /// Waits for the compiler.
  func finish() throws -> Result {
    guard let process else { throw GradingFault("the compiler was not started") }
    let termination = try process.wait()
    processorSeconds = process.totalCPUTime / .seconds(1)
    let output = String(decoding: process.errorOutput + process.output, as: UTF8.self)
    let struckLimit = process.struckLimit
    self.process = nil
    if let struckLimit { return try stopped(by: struckLimit, output) }
    let messages = CompilerMessage.parse(output)
    switch termination {
    case .exited(0):
      return .compiled(warnings: messages.filter { $0.file == Self.sourceName && $0.severity == .warning })
    case .exited(1):
      // What is not about our own file is about the student's, whatever name it gives itself.
      let own = messages.errors { $0 != harnessName }
      if own.contains(where: { $0.severity == .error }) { return .errors(own) }
      let harness = messages.filter { $0.file == harnessName && $0.severity == .error }
      if !harness.isEmpty { return .harnessErrors(harness) }
      if output.contains("error:") { return .errors([Self.unplaced(output)]) }
      throw GradingFault("the compiler failed without saying why:\n\(output.prefix(2000))")
    case .exited(102):
      // The names of ours that a file can take away.
      if output.contains("duplicate symbol") { return .errors([Self.unplaced(output)]) }
      throw GradingFault("the linker failed:\n\(output.prefix(2000))")
    // The shell passes on how the compiler ended, and the kernel's limit on its time counts in ticks.
    case .exited(128 + SIGKILL) where processorSeconds >= 0.7 * sandbox.processorSeconds: return .stopped(.time)
    case .exited(let code) where code >= 128: return try crashed()
    case .signalled: return try crashed()
    case .exited(let code): throw GradingFault("the compiler ended with code \(code):\n\(output.prefix(2000))")
    }
  }

  /// Links again, against all libraries of the runtime: for a submission that uses what the worker does not hold.
  ///
  /// Returns the name of the library, or nil when that fails.
  func linkWithAllLibraries() throws -> String? {
    let name = "submission-complete.so"
    let names = try Files.list(sandbox.toolkit.toolchain.runtimeLibraries).filter {
      $0.hasPrefix("lib") && $0.hasSuffix(".so")
    }
    let libraries = names.map { "-l" + $0.dropFirst(3).dropLast(3) }
    let process = try sandbox.start(sandbox.linkCommand([Self.objectName], to: name, libraries: libraries))
    return try process.wait() == .exited(0) ? name : nil
  }

  /// A function on the stack of a crashed program, and the place in the student's file, where it has one.
  struct Frame {
    let function: String
    let line: Int?
    /// The column, counted from 1 in bytes.
    let column: Int?
  }

  /// The functions that code addresses of a library lie in, innermost first, those that the compiler put inline included.
  func symbolize(_ addresses: [UInt64], in library: String) throws -> [Frame] {
    guard !addresses.isEmpty, Files.exists(sandbox.toolkit.toolchain.symbolizer) else { return [] }
    let words = addresses.map { "0x" + String($0, radix: 16) }
    let process = try sandbox.start(
      sandbox.quoted([sandbox.toolkit.toolchain.symbolizer, "--obj=out/\(library)", "--output-style=LLVM"] + words))
    _ = try process.wait()
    // A name and a place in turn, then an empty line behind those of one address.
    let lines = String(decoding: process.output, as: UTF8.self).split(separator: "\n")
    return stride(from: 0, to: lines.count - 1, by: 2).map { index in
      let place = lines[index + 1].split(separator: ":")
      let isOwn = place.count >= 3 && place[place.count - 3].hasSuffix("/\(Self.sourceName)")
      let line = isOwn ? Int(place[place.count - 2]) : nil
      let column = isOwn ? Int(place[place.count - 1]) : nil
      return Frame(
        function: String(lines[index]), line: line == 0 ? nil : line, column: column == 0 ? nil : column)
    }
  }

  /// The line of the harness that a message is about.
  func harnessLine(_ message: CompilerMessage) -> String {
    let lines = harness.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(message.line - 1) ? String(lines[message.line - 1]) : ""
  }

  /// The compiler crashed: if it compiles the student's file alone, it was a declaration that cannot be handed over.
  private func crashed() throws -> Result {
    let alone = try sandbox.start(sandbox.compileCommand([Self.sourceName], to: Self.objectName))
    let termination = try alone.wait()
    if let limit = alone.struckLimit { return try stopped(by: limit, "") }
    return termination == .exited(0) ? .harnessErrors([]) : .stopped(.crash)
  }

  private func stopped(by limit: StruckLimit, _ output: String) throws -> Result {
    let errors = CompilerMessage.parse(output).filter { $0.file != harnessName && $0.severity == .error }
    switch limit {
    case .output: return errors.isEmpty ? .stopped(.output) : .errors(errors)
    case .memory: return .stopped(.memory)
    case .cpu, .wall: return .stopped(.time)
    }
  }

  /// An error without a place, such as one about the whole file.
  private static func unplaced(_ output: String) -> CompilerMessage {
    let line = output.split(separator: "\n").first { $0.contains("error:") } ?? ""
    let text = line.components(after: "error:").trimmed
    return CompilerMessage(file: sourceName, line: 1, column: 1, severity: .error, text: text)
  }
}

extension Substring {
  /// What stands behind the first occurrence of a text.
  fileprivate func components(after text: String) -> Substring {
    guard let range = self.firstRange(of: text) else { return self }
    return self[range.upperBound...]
  }
}
