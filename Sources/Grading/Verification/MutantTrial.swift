internal import Course
internal import Sandbox

/// Tries whether the checks of an exercise notice changed solutions, one after the other, in one slot.
struct MutantTrial {
  private let toolkit: Toolkit
  private let slot: SandboxSlot
  private let checks: ExerciseChecks
  private let prepared: [PreparedCheck]
  private let seed: UInt64

  /// What came of one changed solution.
  enum Outcome: Hashable {
    /// It does not compile.
    case rejected
    /// It was noticed: by the check of this name, or before any check could run.
    case killed(by: String)
    /// It passes all checks.
    case survived
  }

  init(_ toolkit: Toolkit, _ slot: SandboxSlot, _ checks: ExerciseChecks, seed: UInt64) throws {
    self.toolkit = toolkit
    self.slot = slot
    self.checks = checks
    self.seed = seed
    prepared = try checks.checks.map { try PreparedCheck($0, exercise: checks.exercise, seed: seed) }
  }

  /// Compiles a changed solution and runs the checks up to the first that it does not pass.
  func outcome(of submission: Submission) throws -> Outcome {
    let compilation = try Compilation(toolkit, slot, limits: checks.limits)
    try compilation.start(source: submission.source, harness: HarnessSource.make(for: checks.functions))
    let pool = ProgramPool(toolkit, slot, compilation, checks.limits)
    try pool.startSpare()
    guard case .compiled = try compilation.finish() else { return .rejected }
    if let obstacle = try pool.load(checks.functions, submission) { return .killed(by: obstacle.status.rawValue) }
    let run = CheckRun(pool, compilation, submission, seed: seed, hidesCases: true)
    for check in prepared {
      let result = try run.result(of: check)
      if result.status != .passed { return .killed(by: result.name) }
    }
    return .survived
  }
}
