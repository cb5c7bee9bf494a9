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
  /// The sandbox is tried by a hostile program first, every time: what it promised yesterday a change of kernel, container or settings may
  /// have taken away.
  ///
  /// - Parameter number: the first slot to look at; one that another grader has is passed over.
  /// - Throws: ``GradingFault`` when the compiler, the student-facing modules or the sandbox cannot be had.
  package static func ready(
    _ installation: Installation, sandbox: SandboxWish = SandboxWish(), number: Int = 0,
    progress: @escaping (String) -> Void
  ) throws(GradingFault) -> Grader {
    let toolkit = try Toolkit.ready(installation, try Toolchain.find(), progress: progress)
    let claim: SlotClaim
    do {
      claim = try SlotClaim(from: number)
    } catch {
      throw GradingFault("\(error)")
    }
    let slot = try SandboxSlot.chosen(sandbox, claim, hostile: toolkit.probe, note: progress)
    return Grader(toolkit, slot, installation, progress: progress)
  }

  /// The name of the sandbox in which submissions run here.
  package var sandbox: String { slot.tier.rawValue }

  /// What grading a submission with one seed takes of each limit.
  ///
  /// - Throws: an error when it does not pass, since then it says nothing about the limits.
  package func usage(of submission: Submission, _ checks: ExerciseChecks, seed: UInt64) throws -> Usage {
    var usage = Usage()
    let compilation = try Compilation(toolkit, slot, limits: checks.limits)
    try compilation.start(source: submission.source, harness: HarnessSource.make(for: checks.functions))
    let pool = ProgramPool(toolkit, slot, compilation, checks.limits)
    guard case .compiled = try compilation.finish(), try pool.load(checks.functions, submission) == nil else {
      throw GradingFault("\(submission.path) does not compile as it should: see `gradus verify`")
    }
    usage.compilerSeconds = compilation.processorSeconds
    let run = CheckRun(pool, compilation, submission, seed: seed, hidesCases: true)
    for check in try Self.prepare(checks, seed: seed) {
      let before = pool.processorSeconds
      guard try run.result(of: check).status == .passed else {
        throw GradingFault("\(submission.path) does not pass '\(check.check.name)': see `gradus verify`")
      }
      pool.note(since: before, in: &usage)
    }
    return usage
  }

  /// Grades a submission.
  ///
  /// Never throws: what cannot be graded is a verdict too, and no grade.
  package func grade(
    _ submission: Submission, for exercise: ExerciseID, _ checks: ExerciseChecks, seed: UInt64,
    hidesCases: Bool = false, mistakes: KnownMistakes? = nil
  ) -> Verdict {
    grade(
      submission, for: exercise, checks, seeds: seed...seed, hidesCases: hidesCases, mistakes: mistakes)[0]
  }

  /// Grades a submission once for each seed, compiling it once.
  package func grade(
    _ submission: Submission, for exercise: ExerciseID, _ checks: ExerciseChecks, seeds: ClosedRange<UInt64>,
    hidesCases: Bool = false, mistakes: KnownMistakes? = nil
  ) -> [Verdict] {
    var verdicts = seeds.map { seed in
      Verdict(
        exercise: exercise, status: .notGradable, score: 0, maxScore: Double(checks.maximumPoints), seed: seed,
        sandbox: slot.tier.rawValue)
    }
    do {
      try fill(&verdicts, submission, checks, hidesCases, mistakes)
    } catch {
      for index in verdicts.indices where verdicts[index].status == .notGradable {
        verdicts[index].status = .notGradable
        verdicts[index].score = 0
        verdicts[index].checks = []
        verdicts[index].explanation =
          "This could not be graded, which says nothing about the file: \(error)"
      }
    }
    return verdicts
  }

  private func fill(
    _ verdicts: inout [Verdict], _ submission: Submission, _ checks: ExerciseChecks, _ hidesCases: Bool,
    _ mistakes: KnownMistakes?
  ) throws {
    let compilation = try Compilation(toolkit, slot, limits: checks.limits)
    try compilation.start(source: submission.source, harness: HarnessSource.make(for: checks.functions))
    // While the compiler works, the first cases are drawn and the worker starts: in this order, since to make two sandboxes at once takes
    // longer than one after the other, and would keep the compiler waiting.
    let pool = ProgramPool(toolkit, slot, compilation, checks.limits)
    var prepared = try Self.prepare(checks, seed: verdicts[0].seed)
    try pool.startSpare()
    let result = try compilation.finish()
    guard case .compiled(let warnings) = result else {
      let report = CompilationReport(compilation, checks.functions, submission)
      for index in verdicts.indices { try report.describe(result, in: &verdicts[index]) }
      return
    }
    let obstacle = try pool.load(checks.functions, submission)
    for index in verdicts.indices {
      verdicts[index].diagnostics = warnings.map(CompilationReport.diagnostic)
      if let obstacle {
        verdicts[index].status = obstacle.status
        verdicts[index].explanation = obstacle.explanation
        continue
      }
      if index > 0 {
        prepared = try Self.prepare(checks, seed: verdicts[index].seed)
        pool.startAnew()
      }
      let run = CheckRun(
        pool, compilation, submission, seed: verdicts[index].seed, hidesCases: hidesCases)
      for check in prepared { verdicts[index].checks.append(try run.result(of: check)) }
      verdicts[index].diagnostics += run.crashes
      verdicts[index].output = hidesCases ? "" : pool.printed
      try settle(&verdicts[index], checks)
      if let mistakes {
        verdicts[index].misconceptions = diagnose(submission, run.evidence, verdicts[index], mistakes, checks)
      }
    }
  }

  private static func prepare(_ checks: ExerciseChecks, seed: UInt64) throws(GradingFault) -> [PreparedCheck] {
    var prepared: [PreparedCheck] = []
    for check in checks.checks { prepared.append(try PreparedCheck(check, exercise: checks.exercise, seed: seed)) }
    return prepared
  }

  /// The known mistakes that give the submission's numbers; none where they cannot be looked for: the grade stands without a diagnosis.
  private func diagnose(
    _ submission: Submission, _ evidence: [Evidence], _ verdict: Verdict, _ mistakes: KnownMistakes,
    _ checks: ExerciseChecks
  ) -> [NamedMisconception] {
    guard evidence.contains(where: { !$0.differing.isEmpty }) else { return [] }
    do {
      guard let programs = try wrongPrograms.programs(mistakes, checks) else { return [] }
      let runner = WrongProgramRunner(toolkit, slot, programs, checks.limits)
      let failed = Set(verdict.checks.filter { $0.status != .passed }.map(\.name))
      return try Diagnosis(
        runner, programs, CallGraph(submission.source), evidence, failedChecks: failed
      ).misconceptions()
    } catch {
      progress("no misconception could be looked for: \(error)")
      return []
    }
  }

  /// What becomes of every form of the known mistakes of an exercise, in their order.
  ///
  /// They run as they are compiled for diagnosis, all in one program, so that a long list takes no longer than a few submissions.
  func trials(of mistakes: KnownMistakes, _ checks: ExerciseChecks, seed: UInt64) throws -> [MistakeTrial] {
    guard let content = try mistakes.read(), let programs = try wrongPrograms.programs(mistakes, checks) else {
      return []
    }
    let runner = WrongProgramRunner(toolkit, slot, programs, checks.limits)
    let prepared = try Self.prepare(checks, seed: seed)
    return try zip(content.misconceptions.flatMap(\.forms), programs.programs).map { form, program in
      let source = form.edit.apply(to: content.solution) ?? content.solution
      return try MistakeTrial(program, source: source, runner, programs, prepared)
    }
  }

  /// Compiles the known mistakes of an exercise now, so that no failing check has to wait for it.
  ///
  /// - Parameters:
  ///   - folder: where an installation without solutions keeps them; the cache where nil.
  /// - Returns: how many there are; 0 where the exercise has none, or none can be had here.
  /// - Throws: an error that says which of them cannot be compiled.
  @discardableResult
  package func prepare(_ mistakes: KnownMistakes, _ checks: ExerciseChecks, in folder: String? = nil) throws -> Int {
    let programs =
      if let folder { try wrongPrograms.prepare(mistakes, checks, in: folder) } else {
        try wrongPrograms.programs(mistakes, checks)
      }
    return programs?.programs.count ?? 0
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
    let compilation = try Compilation(toolkit, slot, limits: checks.limits)
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
