internal import Files
package import Mutation
internal import Sandbox
internal import Synchronization

/// Finds out how much the checks of an exercise notice: makes mutants of its solution and grades every one that compiles.
///
/// Mutants are confined as students' programs are: an exchanged bound may well make an endless loop.
package struct MutationRun: Sendable {
  private let toolkit: Toolkit
  private let slots: [SandboxSlot]
  private let seed: UInt64

  /// Prepares a run on this machine with `jobs` mutants at a time, in the slots from `firstSlot` on.
  ///
  /// - Throws: ``GradingFault`` when compiler, student-facing modules or sandbox cannot be had.
  package init(
    _ installation: Installation, jobs: Int = 2, firstSlot: Int = 80, seed: UInt64 = 1,
    sandbox: SandboxWish = SandboxWish(), progress: (String) -> Void
  ) throws(GradingFault) {
    toolkit = try Toolkit.ready(installation, try Toolchain.find(), progress: progress)
    var slots: [SandboxSlot] = []
    for number in 0..<max(1, jobs) {
      do {
        let claim = try SlotClaim(from: firstSlot + number)
        slots.append(try SandboxSlot.chosen(sandbox, claim, hostile: toolkit.probe) { if number == 0 { progress($0) } })
      } catch {
        throw GradingFault("\(error)")
      }
    }
    self.slots = slots
    self.seed = seed
  }

  /// How far a run has come.
  package struct Progress: Hashable, Sendable {
    /// The mutants that were tried.
    package let done: Int
    /// All mutants.
    package let total: Int
    /// The mutant that was tried last if it passed all checks.
    package let survivor: Mutant?
  }

  /// Makes the mutants of a solution and tries them all.
  ///
  /// `checks` is asked once by every thread; `progress` is told of every mutant, by any thread, one at a time.
  ///
  /// - Throws: ``GradingFault`` when the solution itself does not pass, or something cannot be compiled or run for reasons of ours.
  package func report(
    _ exercise: String, _ checks: @escaping @Sendable () throws -> ExerciseChecks, solution: Submission,
    explanations: [SurvivorExplanation], progress: @escaping @Sendable (Progress) -> Void
  ) throws -> MutationReport {
    let mutants = try mutants(of: solution)
    guard try MutantTrial(toolkit, slots[0], checks(), seed: seed).outcome(of: solution) == .survived else {
      throw GradingFault("the solution \(solution.path) does not pass its own checks, so its mutants say nothing")
    }
    let outcomes = try outcomes(of: mutants, checks, path: solution.path, progress)
    let lines = Self.lines(solution)
    var killers: [String: Int] = [:]
    var survivors: [MutationReport.Survivor] = []
    for (mutant, outcome) in zip(mutants, outcomes) {
      switch outcome {
      case .rejected: break
      case .killed(let check): killers[check, default: 0] += 1
      case .survived:
        let text = lines[mutant.line - 1]
        let explanation = explanations.first { $0.explains(mutant, lineText: text) }
        survivors.append(MutationReport.Survivor(mutant: mutant, lineText: text, explanation: explanation))
      }
    }
    let used = Set(survivors.compactMap(\.explanation))
    return MutationReport(
      exercise: exercise, made: mutants.count, compiled: outcomes.count { $0 != .rejected }, killers: killers,
      survivors: survivors, staleExplanations: explanations.filter { !used.contains($0) })
  }

  /// The mutants of a solution, those that do not compile included.
  package func mutants(of solution: Submission) throws -> [Mutant] {
    let sandbox = try CompilerSandbox(toolkit, slots[0])
    let tree = "tree.json"
    try sandbox.write(solution.source, to: Compilation.sourceName)
    // The last of the arguments that say what the compiler is to do wins.
    let dump = sandbox.compileCommand(
      [Compilation.sourceName], to: "unused.o", arguments: ["-dump-ast", "-dump-ast-format", "json"])
    let process = try sandbox.start("\(dump) > \(tree)")
    guard try process.wait() == .exited(0) else {
      let messages = String(decoding: process.errorOutput, as: UTF8.self)
      throw GradingFault("the compiler gives no syntax tree of \(solution.path):\n\(messages.prefix(2000))")
    }
    return try MutantMaker(source: solution.source, syntaxTree: try Files.text("\(sandbox.work)/\(tree)")).mutants()
  }

  /// The explanations of mutants that are not made of this solution: they were written for another state of it.
  ///
  /// Nothing is compiled or run but for the syntax tree.
  package func unmatched(
    _ explanations: [SurvivorExplanation], solution: Submission
  ) throws -> [SurvivorExplanation] {
    let lines = Self.lines(solution)
    let mutants = try mutants(of: solution)
    return explanations.filter { explanation in
      !mutants.contains { explanation.explains($0, lineText: lines[$0.line - 1]) }
    }
  }

  /// The lines of a solution without white space at their ends.
  private static func lines(_ solution: Submission) -> [String] {
    solution.source.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
  }

  private func outcomes(
    of mutants: [Mutant], _ checks: @escaping @Sendable () throws -> ExerciseChecks, path: String,
    _ progress: @escaping @Sendable (Progress) -> Void
  ) throws -> [MutantTrial.Outcome] {
    let done = Done()
    return try Threads.map(mutants, on: slots.count) { number in
      let trial = try MutantTrial(toolkit, slots[number], checks(), seed: seed)
      return { mutant in
        let outcome = try trial.outcome(of: Submission(source: mutant.source, path: path))
        done.count.withLock { count in
          count += 1
          progress(
            Progress(done: count, total: mutants.count, survivor: outcome == .survived ? mutant : nil))
        }
        return outcome
      }
    }
  }

  private final class Done: Sendable {
    let count = Mutex(0)
  }
}
