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
    let forms = misconceptions.flatMap(\.forms)
    var source = WrongProgramSource(solution: solution)
    var programs: [WrongProgram] = []
    for form in forms {
      do throws(UnusableEdit) {
        let functions = try source.add(form)
        programs.append(WrongProgram(form, number: programs.count + 1, functions: functions))
      } catch {
        throw GradingFault(
          "the edit of the misconception '\(form.name)' of \(checks.exercise) \(error.what). \(error.mend).")
      }
    }
    let sandbox = try CompilerSandbox(toolkit, slot)
    try sandbox.write(source.text, to: "wrong.swift")
    try sandbox.write(
      HarnessSource.make(for: checks.functions, and: [WrongProgramSource.choose]), to: "harness.swift")
    try compile(sandbox)
    try Files.makeFolder(folder)
    try Files.copy("\(sandbox.libraries)/\(WrongPrograms.libraryName)", to: "\(folder)/\(WrongPrograms.libraryName)")
    let calls = CallGraph(solution)
    try WrongPrograms.write(programs, calls, to: folder)
    try findFailingChecks(&programs, in: folder)
    try WrongPrograms.write(programs, calls, to: folder)
  }

  /// Compiles the source and links it.
  private func compile(_ sandbox: CompilerSandbox) throws {
    let command = sandbox.compileCommand(
      ["wrong.swift", "harness.swift"], to: "wrong.o",
      arguments: ["-module-name", "WrongPrograms", "-suppress-warnings"])
    var limits = Limits.compiler
    limits.wallSeconds = 600
    limits.outputBytes = 256 << 10
    let link = sandbox.linkCommand(["wrong.o"], to: WrongPrograms.libraryName)
    try succeed(try sandbox.start("\(command) && \(link)", limits: limits))
  }

  private func succeed(_ process: SandboxedProcess) throws {
    guard try process.wait() != .exited(0) else { return }
    let output = String(decoding: process.errorOutput, as: UTF8.self)
    throw GradingFault("the wrong programs of \(checks.exercise) do not compile:\n\(output.suffix(2000))")
  }

  /// Finds out which checks each program fails, tried with one seed.
  private func findFailingChecks(_ programs: inout [WrongProgram], in folder: String) throws {
    guard let library = WrongPrograms(existing: folder) else { throw GradingFault("\(folder) cannot be read") }
    let runner = WrongProgramRunner(toolkit, slot, library, checks.limits)
    for check in checks.checks {
      guard case .agreement(let agreement) = check.kind else { continue }
      let cases = try PreparedCase.all(check, agreement, exercise: checks.exercise, seed: 1)
      for index in programs.indices {
        let values = try runner.values(of: agreement, in: [programs[index]], cases)
        let agrees = zip(values, cases).allSatisfy { value, prepared in
          guard let value else { return false }
          return Comparison(student: value, expected: prepared.expected, tolerance: agreement.tolerance).agrees
        }
        if !agrees { programs[index].failingChecks.append(check.name) }
      }
    }
  }
}
