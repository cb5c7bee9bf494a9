internal import Files
internal import Sandbox

/// One submission on its way from source to a library that the worker can load, in a folder of its own.
///
/// The compiler works in the sandbox while the caller does something else; ``finish()`` waits for it.
final class Compilation {
  private let toolkit: Toolkit
  private let slot: SandboxSlot
  private let warmsCache: Bool
  /// The folder for this submission alone; removed with this object.
  private let work: String
  private var process: SandboxedProcess?
  private var harness = ""

  /// The fixed names, all that a program sees of its own path.
  static let sourceName = "submission.swift"
  private static let harnessName = "harness.swift"
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

  init(_ toolkit: Toolkit, _ slot: SandboxSlot, warmsCache: Bool = false) throws {
    self.toolkit = toolkit
    self.slot = slot
    self.warmsCache = warmsCache
    work = try Files.makeTemporaryFolder("gradus")
    try Files.makeFolder("\(work)/out")
    if let user = slot.user {
      try Files.changeOwner("\(work)/out", to: user)
      try Files.changeOwner(work, to: user)
      if warmsCache { try Files.changeOwner(toolkit.moduleCache, to: user) }
    }
  }

  deinit {
    process?.kill()
    process = nil
    Files.remove(work)
  }

  /// The folder in which the library will stand, on the machine.
  var libraries: String { "\(work)/out" }

  /// Writes the sources and starts the compiler.
  func start(source: String, harness: String) throws {
    self.harness = harness
    try Files.write(source, to: "\(work)/\(Self.sourceName)")
    try Files.write(harness, to: "\(work)/\(Self.harnessName)")
    let inside = Paths(slot, toolkit, work: work)
    let compile =
      [toolkit.toolchain.frontend, "-frontend", "-c", Self.sourceName, Self.harnessName] + toolkit.frontendArguments + [
        "-I", "\(inside.toolkit)/modules", "-module-cache-path", "\(inside.toolkit)/module-cache",
        "-file-compilation-dir", "/work", "-o", "submission.o",
      ]
    process = try startShell(
      "\(quoted(compile)) || exit $?\n\(link(Self.libraryName, libraries: [], inside)) || exit 102")
  }

  /// Waits for the compiler.
  func finish() throws -> Result {
    guard let process else { throw GradingFault("the compiler was not started") }
    let termination = try process.wait()
    let output = String(decoding: process.errorOutput + process.output, as: UTF8.self)
    let struckLimit = process.struckLimit
    self.process = nil
    if let struckLimit { return try stopped(by: struckLimit, output) }
    let messages = CompilerMessage.parse(output)
    switch termination {
    case .exited(0):
      return .compiled(warnings: messages.filter { $0.file == Self.sourceName && $0.severity == .warning })
    case .exited(1):
      let own = messages.filter { $0.file == Self.sourceName && $0.severity != .warning }
      if own.contains(where: { $0.severity == .error }) { return .errors(own) }
      let harness = messages.filter { $0.file == Self.harnessName && $0.severity == .error }
      if !harness.isEmpty { return .harnessErrors(harness) }
      if output.contains("error:") { return .errors([Self.unplaced(output)]) }
      throw GradingFault("the compiler failed without saying why:\n\(output.prefix(2000))")
    case .exited(102): throw GradingFault("the linker failed:\n\(output.prefix(2000))")
    case .exited(let code) where code >= 128: return .stopped(.crash)
    case .signalled: return .stopped(.crash)
    case .exited(let code): throw GradingFault("the compiler ended with code \(code):\n\(output.prefix(2000))")
    }
  }

  /// Links again, against all libraries of the runtime: for a submission that uses what the worker does not hold.
  ///
  /// Returns the name of the library, or nil when that fails.
  func linkWithAllLibraries() throws -> String? {
    let name = "submission-complete.so"
    let names = try Files.list(toolkit.toolchain.runtimeLibraries).filter { $0.hasPrefix("lib") && $0.hasSuffix(".so") }
    let libraries = names.map { "-l" + $0.dropFirst(3).dropLast(3) }
    let process = try startShell(link(name, libraries: libraries, Paths(slot, toolkit, work: work)))
    return try process.wait() == .exited(0) ? name : nil
  }

  /// A function on the stack of a crashed program, and the line of the student's file, where it has one.
  struct Frame {
    let function: String
    let line: Int?
  }

  /// The functions that code addresses of a library lie in, innermost first, those that the compiler put inline included.
  func symbolize(_ addresses: [UInt64], in library: String) throws -> [Frame] {
    guard !addresses.isEmpty, Files.exists(toolkit.toolchain.symbolizer) else { return [] }
    let words = addresses.map { "0x" + String($0, radix: 16) }
    let process = try startShell(
      quoted([toolkit.toolchain.symbolizer, "--obj=out/\(library)", "--output-style=LLVM"] + words))
    _ = try process.wait()
    // A name and a place in turn, then an empty line behind those of one address.
    let lines = String(decoding: process.output, as: UTF8.self).split(separator: "\n")
    return stride(from: 0, to: lines.count - 1, by: 2).map { index in
      let place = lines[index + 1].split(separator: ":")
      let isOwn = place.count >= 3 && place[place.count - 3].hasSuffix("/\(Self.sourceName)")
      let line = isOwn ? Int(place[place.count - 2]) : nil
      return Frame(function: String(lines[index]), line: line == 0 ? nil : line)
    }
  }

  /// The line of the harness that a message is about.
  func harnessLine(_ message: CompilerMessage) -> String {
    let lines = harness.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(message.line - 1) ? String(lines[message.line - 1]) : ""
  }

  /// The lines of the harness from the first to the given one.
  func harnessLines(upTo line: Int) -> [String] {
    harness.split(separator: "\n", omittingEmptySubsequences: false).prefix(line).map(String.init)
  }

  private func stopped(by limit: StruckLimit, _ output: String) throws -> Result {
    let errors = CompilerMessage.parse(output).filter { $0.file == Self.sourceName && $0.severity == .error }
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

  private func link(_ name: String, libraries: [String], _ inside: Paths) -> String {
    let runtime = toolkit.toolchain.runtimeLibraries
    var words = [toolkit.toolchain.linker] + toolkit.linkerArguments + ["-shared", "-o", "out/\(name)", "submission.o"]
    words.append("\(runtime)/\(Self.architecture)/swiftrt.o")
    // What is not defined here is looked for in the worker when the library is loaded; what is not there either is reported then.
    words.append("--unresolved-symbols=ignore-all")
    if !libraries.isEmpty {
      words += ["-L", runtime, "-rpath", runtime, "--as-needed"] + libraries
    }
    return quoted(words)
  }

  private func startShell(_ script: String) throws -> SandboxedProcess {
    var limits = Limits.compiler
    limits.outputBytes = 256 << 10
    return try slot.start(profile, ["/usr/bin/dash", "-c", script], limits: limits)
  }

  private var profile: SandboxProfile {
    let toolchain = toolkit.toolchain.root
    var mounts = SandboxProfile.systemLibraries
    mounts.append(.readOnly(source: "/usr/include", destination: "/usr/include"))
    mounts.append(.readOnly(source: "/usr/bin/dash", destination: "/usr/bin/dash"))
    mounts.append(.readOnly(source: toolchain, destination: toolchain))
    mounts.append(.readOnly(source: toolkit.folder, destination: Paths.toolkit))
    if warmsCache {
      mounts.append(.readWrite(source: toolkit.moduleCache, destination: "\(Paths.toolkit)/module-cache"))
    }
    mounts.append(.readWrite(source: work, destination: Paths.work))
    return SandboxProfile(
      mounts: mounts, workingDirectory: Paths.work, environment: ["TMPDIR": "/work", "PATH": "/usr/bin"],
      filter: .compiler)
  }

  private func quoted(_ words: [String]) -> String {
    words.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
  }

  static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }
}

/// Where things stand as the confined program sees them; without a sandbox, where they stand.
struct Paths {
  static let toolkit = "/toolkit"
  static let work = "/work"

  let toolkit: String

  init(_ slot: SandboxSlot, _ toolkit: Toolkit, work: String) {
    self.toolkit = slot.tier == .none ? toolkit.folder : Self.toolkit
  }
}

extension Substring {
  /// What stands behind the first occurrence of a text.
  fileprivate func components(after text: String) -> Substring {
    guard let range = self.firstRange(of: text) else { return self }
    return self[range.upperBound...]
  }
}
