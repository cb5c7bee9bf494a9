internal import Files
internal import Sandbox

/// Prepares a ``Toolkit``: compiles the student-facing modules and the worker program, asks the driver for the arguments, and warms the
/// module cache.
struct ToolkitBuilder {
  private let installation: Installation
  private let toolchain: Toolchain

  /// Changes whenever the way of building does, so that what was prepared in another way is not used.
  static let recipe = "7"

  /// The modules that a student may import beyond the course's own; their C parts go into the warm cache.
  private static let warmed = ["Glibc", "Foundation"]

  init(_ installation: Installation, _ toolchain: Toolchain) {
    self.installation = installation
    self.toolchain = toolchain
  }

  /// Builds in a folder beside the final one and moves it there when everything stands.
  func build(at folder: String) throws -> Toolkit {
    let draft = "\(folder).draft"
    Files.remove(draft)
    for part in ["objects", "modules", "module-cache", "module-cache-in-place", "scratch"] {
      try Files.makeFolder("\(draft)/\(part)")
    }
    for module in Toolkit.modules { try compile(module, in: draft) }
    try linkWorker(in: draft)
    try compileProbe(in: draft)
    try Files.write(try frontendArguments(draft).joined(separator: "\n"), to: "\(draft)/frontend.arguments")
    try Files.write(try linkerArguments(draft).joined(separator: "\n"), to: "\(draft)/linker.arguments")
    Files.remove("\(draft)/objects")
    Files.remove("\(draft)/scratch")
    try Files.write("\(toolchain.identity)\n", to: "\(draft)/\(Toolkit.completeMark)")
    Files.remove(folder)
    try Files.move(draft, to: folder)
    guard let toolkit = Toolkit(existing: folder, toolchain) else {
      throw GradingFault("the student-facing modules were prepared at \(folder) but cannot be read")
    }
    let claim = try SlotClaim()
    try warm(toolkit, toolkit.moduleCache, SandboxSlot.preferred(claim, among: [.bubblewrap]))
    try warm(
      toolkit, toolkit.hostModuleCache,
      SandboxSlot.preferred(claim, among: [.landlock]) ?? SandboxSlot(tier: .none, claim))
    return toolkit
  }

  private func compile(_ module: String, in draft: String) throws {
    let sources = try Toolkit.sources(installation, module)
    if module == "CWorker" {
      for source in sources {
        let object = "\(draft)/objects/\(Files.name(of: source)).o"
        let header = "\(installation.moduleSources)/CWorker/include"
        try run(
          toolchain.clang,
          ["-std=gnu17", "-O2", "-fPIC", "-fno-omit-frame-pointer", "-I", header, "-c", source, "-o", object])
      }
      return
    }
    var arguments = [
      "-O", "-wmo", "-swift-version", "6", "-package-name", "gradus", "-module-name", module, "-I", "\(draft)/modules",
      "-module-cache-path", "\(draft)/scratch", "-enable-upcoming-feature", "ExistentialAny",
      "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility",
      "-strict-memory-safety", "-enable-experimental-feature", "Extern", "-c", "-o", "\(draft)/objects/\(module).o",
      // A crash names both shapes and the student's line: preconditions keep their messages, and functions their frame pointers.
      "-assert-config", "Debug", "-Xcc", "-fno-omit-frame-pointer", "-Xcc", "-mno-omit-leaf-frame-pointer",
    ]
    // The worker program is a main file; the others are modules that a student's file imports.
    if module != "WorkerHost" {
      arguments += [
        "-parse-as-library", "-emit-module", "-emit-module-path", "\(draft)/modules/\(module).swiftmodule",
      ]
    }
    try run(toolchain.driver, arguments + sources)
  }

  /// The worker program exports all its symbols: a student's code, loaded into it, finds the course's modules there.
  private func linkWorker(in draft: String) throws {
    let objects = try Files.list("\(draft)/objects").map { "\(draft)/objects/\($0)" }
    let libraries = toolchain.runtimeLibraries
    try run(
      toolchain.clang,
      [
        "-fuse-ld=lld", "-pie", "-rdynamic", "-Wl,-rpath,\(libraries)", "-L", libraries,
        "\(libraries)/\(CompilerSandbox.architecture)/swiftrt.o",
      ] + objects + ["-lswiftCore", "-lswiftSwiftOnoneSupport", "-lm", "-o", "\(draft)/worker"])
  }

  /// The hostile program that tries the sandbox.
  private func compileProbe(in draft: String) throws {
    let sources = try Toolkit.sources(installation, Toolkit.probeSources)
    try run(toolchain.clang, ["-std=gnu17", "-O1", "-fuse-ld=lld"] + sources + ["-o", "\(draft)/probe"])
  }

  /// What the driver would tell the frontend for a whole module without optimisation, less inputs, outputs and plug-ins: macros run other
  /// programs, and no exercise needs one.
  private func frontendArguments(_ draft: String) throws -> [String] {
    let source = "\(draft)/scratch/example.swift"
    try Files.write("func example() {}\n", to: source)
    let line = try driverLine([
      "-###", "-wmo", "-Onone", "-gline-tables-only", "-parse-as-library", "-module-name", "Submission", "-c", source,
      "-o",
      "\(draft)/scratch/example.o",
    ])
    var words = line.drop { $0 != "-frontend" }.dropFirst()[...]
    var arguments: [String] = []
    let withValue: Set<String> = [
      "-o", "-plugin-path", "-in-process-plugin-server-path", "-external-plugin-path", "-load-resolved-plugin",
      "-file-compilation-dir", "-num-threads",
    ]
    while let word = words.popFirst() {
      if withValue.contains(word) {
        _ = words.popFirst()
      } else if word != "-c" && word != source {
        arguments.append(word)
      }
    }
    guard arguments.contains("Submission") else {
      throw GradingFault("the arguments of the compiler's frontend were not found in: \(line.joined(separator: " "))")
    }
    return arguments + Self.omissions + [
      "-diagnostic-style", "llvm", "-solver-scope-threshold=\(Self.largestSolverScope)",
    ]
  }

  /// What a student need not wait for, an eighth of the compiler's instructions: its checks of itself, a hash with which it would find out that
  /// nothing has changed, and copies of variables for a debugger.
  private static let omissions = [
    "-disable-llvm-verify", "-sil-verify-none", "-disable-incremental-llvm-codegen", "-disable-debugger-shadow-copies",
  ]

  /// How many scopes the type checker opens for one expression before it gives up.
  ///
  /// The solutions need fewer than a hundredth of it; an exponential expression meets it in a second or two.
  private static let largestSolverScope = 200_000

  /// The kind of files that the linker makes for this machine.
  private func linkerArguments(_ draft: String) throws -> [String] {
    let object = "\(draft)/objects/LinearAlgebra.o"
    let output = try text(
      toolchain.clang, ["-###", "-shared", "-fuse-ld=lld", object, "-o", "\(draft)/scratch/example.so"])
    let words = output.split(whereSeparator: \.isWhitespace).map { $0.filter { $0 != "\"" } }
    guard let flag = words.lastIndex(of: "-m"), flag + 1 < words.count else {
      throw GradingFault("the linker's arguments were not found in: \(output)")
    }
    return ["-m", words[flag + 1], "--threads=1", "-O0", "--hash-style=gnu", "--eh-frame-hdr"]
  }

  /// Compiles a file that imports what students import at times, in the sandbox, so that the cache fits its paths.
  ///
  /// Where there is no bubblewrap, its cache stays without the mark that says that it can be used.
  private func warm(_ toolkit: Toolkit, _ cache: String, _ slot: SandboxSlot?) throws {
    guard let slot else { return }
    let compilation = try Compilation(toolkit, slot, warmsCache: true)
    let source = Self.warmed.map { "import \($0)\n" }.joined()
    try compilation.start(source: source, harness: "")
    // A toolchain without Foundation is a good one; what cannot be warmed is only slower.
    _ = try compilation.finish()
    try Files.makeReadable(cache)
    try Files.write(toolkit.folder, to: "\(cache)/\(Toolkit.placeMark)")
  }

  private func driverLine(_ arguments: [String]) throws -> [String] {
    let lines = try text(toolchain.driver, arguments).split(separator: "\n")
    guard let line = lines.first(where: { $0.contains(" -frontend -c ") }) else {
      throw GradingFault("the Swift driver does not say how it calls the frontend: \(lines.joined(separator: " / "))")
    }
    return line.split(separator: " ").map(String.init)
  }

  @discardableResult
  private func run(_ program: String, _ arguments: [String]) throws -> Outcome {
    let environment = ["PATH": "/usr/bin:/bin", "HOME": Files.environment("HOME") ?? "/tmp"]
    let profile = SandboxProfile(mounts: [], environment: environment, filter: .compiler)
    var limits = Limits.compiler
    limits.cpuSeconds = 300
    limits.wallSeconds = 600
    let outcome = try SandboxSlot.trusted.run(profile, [program] + arguments, limits: limits)
    guard outcome.termination == .exited(0) else {
      let message = String(decoding: outcome.errorOutput, as: UTF8.self)
      throw GradingFault("\(program) failed while the student-facing modules were prepared:\n\(message)")
    }
    return outcome
  }

  private func text(_ program: String, _ arguments: [String]) throws -> String {
    let outcome = try run(program, arguments)
    return String(decoding: outcome.output + outcome.errorOutput, as: UTF8.self)
  }
}
