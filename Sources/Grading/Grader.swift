package import Course
internal import Files
internal import Sandbox
package import Wire

/// Grades submissions: compiles them, runs them confined, compares what their functions return with the references.
///
/// A grader serves one submission at a time; several graders may work side by side, each with a slot number of its own.
package final class Grader {
  private let toolkit: Toolkit
  private let slot: SandboxSlot
  private let wrongPrograms: WrongProgramsCache
  private let progress: (String) -> Void

  /// Makes a grader with a prepared toolkit.
  init(
    _ toolkit: Toolkit, _ slot: SandboxSlot, _ installation: Installation, progress: @escaping (String) -> Void
  ) {
    self.toolkit = toolkit
    self.slot = slot
    self.progress = progress
    wrongPrograms = WrongProgramsCache(toolkit, slot, installation, progress: progress)
  }

  /// A grader on this machine, everything it needs found or prepared.
  ///
  /// - Throws: ``GradingFault`` when the compiler, the student-facing modules or the sandbox cannot be had.
  package static func ready(
    _ installation: Installation, trustingCode: Bool = false, number: Int = 0,
    progress: @escaping (String) -> Void
  ) throws(GradingFault) -> Grader {
    let toolkit = try Toolkit.ready(installation, try Toolchain.find(), progress: progress)
    guard trustingCode, case .unavailable(let obstacle) = SandboxProbe.probe(slot: number) else {
      return Grader(toolkit, SandboxSlot(tier: .bubblewrap, number: number), installation, progress: progress)
    }
    progress("no sandbox: \(obstacle.reason). The code runs with all your rights, as asked by --trust-this-code")
    let slot = SandboxSlot(tier: .none, number: number, keepsUser: true)
    return Grader(toolkit, slot, installation, progress: progress)
  }

  /// Grades a submission.
  ///
  /// Never throws: what cannot be graded is a verdict too, and no grade.
  package func grade(
    _ submission: Submission, for exercise: ExerciseID, _ checks: ExerciseChecks, seed: UInt64,
    hidesExpected: Bool = false, mistakes: KnownMistakes? = nil
  ) -> Verdict {
    var verdict = Verdict(
      exercise: exercise, status: .notGradable, score: 0, maxScore: Double(checks.maximumPoints), seed: seed,
      sandbox: slot.tier.rawValue)
    do {
      try fill(&verdict, submission, checks, hidesExpected, mistakes)
    } catch {
      verdict.status = .notGradable
      verdict.score = 0
      verdict.checks = []
      verdict.explanation = "This could not be graded, which says nothing about the file: \(Self.explain(error))"
    }
    return verdict
  }

  private static func explain(_ error: any Error) -> String {
    guard case SandboxError.unavailable? = error as? SandboxError else { return "\(error)" }
    return
      "\(error) Code is not run without a sandbox; for code that you wrote yourself, add --trust-this-code: it then runs with all "
      + "your rights."
  }

  private func fill(
    _ verdict: inout Verdict, _ submission: Submission, _ checks: ExerciseChecks, _ hidesExpected: Bool,
    _ mistakes: KnownMistakes?
  ) throws {
    let compilation = try Compilation(toolkit, slot)
    try compilation.start(source: submission.source, harness: HarnessSource.make(for: checks.functions))
    // While the compiler works, the worker starts and the cases are drawn.
    let pool = ProgramPool(toolkit, slot, compilation, checks.limits)
    try pool.startSpare()
    let prepared = try checks.checks.map { try PreparedCheck($0, exercise: checks.exercise, seed: verdict.seed) }
    let result = try compilation.finish()
    guard case .compiled(let warnings) = result else {
      return try CompilationReport(compilation, checks.functions, submission).describe(result, in: &verdict)
    }
    verdict.diagnostics = warnings.map(CompilationReport.diagnostic)
    if let problem = try pool.load(checks.functions, submission) {
      verdict.status = problem.status
      verdict.explanation = problem.explanation
      return
    }
    let run = CheckRun(pool, compilation, submission, seed: verdict.seed, hidesExpected: hidesExpected)
    for check in prepared { verdict.checks.append(try run.result(of: check)) }
    verdict.output = hidesExpected ? "" : pool.printed
    try settle(&verdict, checks)
    guard let mistakes else { return }
    do {
      verdict.misconceptions = try diagnose(run.evidence, verdict, mistakes, checks)
    } catch {
      // The grade stands without a diagnosis.
      progress("no misconception could be looked for: \(error)")
    }
  }

  /// The known mistakes that give the submission's numbers.
  private func diagnose(
    _ evidence: [Evidence], _ verdict: Verdict, _ mistakes: KnownMistakes, _ checks: ExerciseChecks
  ) throws -> [NamedMisconception] {
    guard evidence.contains(where: { !$0.differing.isEmpty }),
      let programs = try wrongPrograms.programs(mistakes, checks)
    else { return [] }
    let runner = WrongProgramRunner(toolkit, slot, programs, checks.limits)
    let failed = Set(verdict.checks.filter { $0.status != .passed }.map(\.name))
    return try Diagnosis(runner, programs.programs).misconceptions(evidence, failedChecks: failed)
  }

  /// Adds up.
  ///
  /// Whatever does not add up is a fault of ours.
  private func settle(_ verdict: inout Verdict, _ checks: ExerciseChecks) throws {
    guard verdict.checks.count == checks.checks.count, !verdict.checks.isEmpty else {
      throw GradingFault("\(checks.checks.count) checks were declared, \(verdict.checks.count) were run")
    }
    verdict.score = verdict.checks.reduce(0) { $0 + $1.points }
    let unsolved = verdict.checks.filter { $0.status != .passed }
    let obstacle = unsolved.first { $0.status != .notImplemented } ?? unsolved.first
    verdict.status = obstacle?.status ?? .passed
    guard (verdict.status == .passed) == (verdict.score == verdict.maxScore) else {
      throw GradingFault("the points \(verdict.score) of \(verdict.maxScore) do not fit the status \(verdict.status)")
    }
  }

  /// Calls one function of a submission with each list of arguments and gives what it returned, or why it returned nothing.
  package func call(
    _ function: Function, of submission: Submission, _ checks: ExerciseChecks, with argumentLists: [[Value]]
  ) throws -> [Result<Value, CallProblem>] {
    let compilation = try Compilation(toolkit, slot)
    try compilation.start(source: submission.source, harness: HarnessSource.make(for: checks.functions))
    let pool = ProgramPool(toolkit, slot, compilation, checks.limits)
    try pool.startSpare()
    let result = try compilation.finish()
    guard case .compiled = result else {
      guard let id = ExerciseID(rawValue: checks.exercise) else { throw GradingFault("no exercise \(checks.exercise)") }
      var verdict = Verdict(exercise: id, status: .notGradable, score: 0, maxScore: 0, seed: 0, sandbox: "")
      try CompilationReport(compilation, checks.functions, submission).describe(result, in: &verdict)
      let lines = verdict.diagnostics.map {
        "\(submission.path):\($0.line):\($0.column): \($0.severity): \($0.message)"
      }
      throw GradingFault(([verdict.explanation ?? verdict.status.rawValue] + lines).joined(separator: "\n"))
    }
    if let problem = try pool.load(checks.functions, submission) { throw GradingFault(problem.explanation) }
    var results: [Result<Value, CallProblem>] = []
    while results.count < argumentLists.count {
      let rest = argumentLists[results.count...].map { $0.map(Request.Argument.value) }
      for outcome in try pool.program().call(function.name, rest) {
        if case .notMade = outcome { break }
        if case .returned(let value) = outcome {
          results.append(.success(value))
        } else {
          let text = OutcomeText(pool, compilation, submission)
          results.append(.failure(CallProblem(description: try text.explain(outcome, function.name).message)))
        }
      }
    }
    return results
  }
}

/// Why a call returned nothing.
package struct CallProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason, in a sentence.
  package let description: String
}
