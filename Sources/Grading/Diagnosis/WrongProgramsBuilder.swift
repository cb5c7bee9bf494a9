internal import Course
internal import Files
internal import Sandbox
internal import Wire

/// Compiles the wrong programs of an exercise and finds out which checks each of them fails.
struct WrongProgramsBuilder {
  private let toolkit: Toolkit
  private let slot: SandboxSlot
  private let checks: ExerciseChecks

  init(_ toolkit: Toolkit, _ slot: SandboxSlot, _ checks: ExerciseChecks) {
    self.toolkit = toolkit
    self.slot = slot
    self.checks = checks
  }

  /// Builds the library and its list in a folder.
  ///
  /// - Throws: ``GradingFault`` when an edit does not apply, or a wrong program does not compile.
  func build(_ misconceptions: [Misconception], solution: String, in folder: String) throws {
    let sandbox = try CompilerSandbox(toolkit, slot)
    let forms = misconceptions.flatMap(\.forms)
    for (number, form) in forms.enumerated() {
      guard let source = form.edit.apply(to: solution) else {
        throw GradingFault(
          "the edit of the misconception '\(form.name)' of \(checks.exercise) does not apply exactly once to the solution. "
            + "Let its lines stand once, letter for letter, in the solution.")
      }
      try sandbox.write(source, to: "wrong\(number).swift")
      try sandbox.write(harness(form.name, number), to: "harness\(number).swift")
    }
    try sandbox.write(entry(count: forms.count), to: "entry.swift")
    try compile(forms, sandbox)
    try Files.makeFolder(folder)
    try Files.copy("\(sandbox.libraries)/\(WrongPrograms.libraryName)", to: "\(folder)/\(WrongPrograms.libraryName)")
    try WrongPrograms.write(forms.map { WrongProgram($0.name, $0.misconception, failingChecks: []) }, to: folder)
    let failing = try failingChecks(forms.map(\.name), in: folder)
    try WrongPrograms.write(
      forms.map { WrongProgram($0.name, $0.misconception, failingChecks: failing[$0.name] ?? []) }, to: folder)
  }

  /// Hands out one program's functions under its name.
  private func harness(_ program: String, _ number: Int) -> String {
    let lines = checks.functions.map { function in
      "  Worker::expose(\"\(WrongPrograms.name(of: function.name, in: program))\", \(function.name))\n"
    }
    return
      "import Worker\n\n@_cdecl(\"gradus_expose_\(number)\") public func gradus_expose_\(number)() {\n\(lines.joined())}\n"
  }

  /// Hands out all of them.
  private func entry(count: Int) -> String {
    let declarations = (0..<count).map { "@_extern(c, \"gradus_expose_\($0)\") func gradus_expose_\($0)()\n" }
    let calls = (0..<count).map { "  gradus_expose_\($0)()\n" }
    return "\(declarations.joined())\n@_cdecl(\"gradus_expose\") public func gradus_expose() {\n\(calls.joined())}\n"
  }

  /// Compiles the programs, two at a time, and links them.
  private func compile(_ forms: [MistakeForm], _ sandbox: CompilerSandbox) throws {
    var scripts = ["", ""]
    var objects = ["entry.o"]
    for (number, form) in forms.enumerated() {
      let command = sandbox.compileCommand(
        ["wrong\(number).swift", "harness\(number).swift"], to: "wrong\(number).o",
        arguments: ["-module-name", "Wrong\(number)", "-suppress-warnings"])
      scripts[number % 2] += "\(command) || { echo 'in the misconception \(form.name)' >&2; exit 1; }\n"
      objects.append("wrong\(number).o")
    }
    let entry = sandbox.compileCommand(
      ["entry.swift"], to: "entry.o",
      arguments: ["-module-name", "WrongPrograms", "-enable-experimental-feature", "Extern"])
    var limits = Limits.compiler
    limits.wallSeconds = 600
    limits.outputBytes = 256 << 10
    for process in try scripts.map({ try sandbox.start($0, limits: limits) }) { try succeed(process) }
    let link = sandbox.linkCommand(objects, to: WrongPrograms.libraryName)
    try succeed(try sandbox.start("\(entry) && \(link)", limits: limits))
  }

  private func succeed(_ process: SandboxedProcess) throws {
    guard try process.wait() != .exited(0) else { return }
    let output = String(decoding: process.errorOutput, as: UTF8.self)
    throw GradingFault("the wrong programs of \(checks.exercise) do not compile:\n\(output.suffix(2000))")
  }

  /// The names of the checks that each program fails, tried with one seed.
  private func failingChecks(_ names: [String], in folder: String) throws -> [String: [String]] {
    guard let programs = WrongPrograms(existing: folder) else { throw GradingFault("\(folder) cannot be read") }
    let runner = WrongProgramRunner(toolkit, slot, programs, checks.limits)
    var failing: [String: [String]] = [:]
    for check in checks.checks {
      guard case .agreement(let agreement) = check.kind else { continue }
      let cases = try PreparedCase.all(check, agreement, exercise: checks.exercise, seed: 1)
      for name in names {
        let values = try runner.values(of: agreement, in: name, cases)
        let agrees = zip(values, cases).allSatisfy { value, prepared in
          guard let value else { return false }
          return Comparison(student: value, expected: prepared.expected, tolerance: agreement.tolerance).agrees
        }
        if !agrees { failing[name, default: []].append(check.name) }
      }
    }
    return failing
  }
}
