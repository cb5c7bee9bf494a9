package import Course
internal import Synchronization

/// The verification of several exercises, some at the same time.
package struct CourseVerification: Sendable {
  private let installation: Installation
  private let layout: CourseLayout
  private let jobs: Int
  private let sandbox: SandboxWish
  private let seeds: ClosedRange<UInt64>

  /// Prepares the verification with `jobs` exercises at a time; see ``ExerciseVerification`` for the seeds.
  package init(
    _ installation: Installation, _ layout: CourseLayout, seeds: ClosedRange<UInt64>, sandbox: SandboxWish, jobs: Int
  ) {
    self.installation = installation
    self.layout = layout
    self.seeds = seeds
    self.sandbox = sandbox
    self.jobs = jobs
  }

  /// Verifies exercises; the reports come in the exercises' order.
  ///
  /// `checks` is asked by every thread for itself; `progress` is told what is being looked at, and `notes` what people should know, by any
  /// thread, one at a time.
  ///
  /// - Throws: ``GradingFault`` when the compiler, the student-facing modules or the sandbox cannot be had.
  package func run(
    _ locations: [ExerciseLocation], _ checks: @escaping @Sendable (ExerciseID) -> ExerciseChecks?,
    notes: @escaping @Sendable (String) -> Void, progress: @escaping @Sendable (String) -> Void
  ) throws -> [ExerciseVerification.Report] {
    let speaker = Speaker(notes, progress)
    return try Threads.map(locations, on: jobs) { number in
      let grader = try Grader.ready(installation, sandbox: sandbox, number: number) { speaker.note($0) }
      return { location in
        guard var checks = checks(location.id) else { return ExerciseVerification.Report(withoutChecks: location) }
        if let own = try? layout.limits(for: location) { checks.limits = checks.limits.overridden(by: own) }
        return ExerciseVerification(layout, location, checks, grader, seeds: seeds).run { speaker.progress($0) }
      }
    }
  }

  /// Speaks for several threads, one at a time, and says nothing twice that all of them find.
  private final class Speaker: Sendable {
    private let said = Mutex<Set<String>>([])
    private let notes: @Sendable (String) -> Void
    private let steps: @Sendable (String) -> Void

    init(_ notes: @escaping @Sendable (String) -> Void, _ steps: @escaping @Sendable (String) -> Void) {
      self.notes = notes
      self.steps = steps
    }

    func note(_ text: String) {
      said.withLock { if $0.insert(text).inserted { notes(text) } }
    }

    func progress(_ text: String) { said.withLock { _ in steps(text) } }
  }
}

extension ExerciseVerification.Report {
  /// The report on an exercise that nothing checks.
  fileprivate init(withoutChecks location: ExerciseLocation) {
    self.init()
    problems = [
      Problem(
        file: location.files.statement, message: "the exercise '\(location.id)' has no checks",
        mend: "Write them in Sources/Checks/\(location.topic.folder) and name them in Sources/Checks/Course.swift")
    ]
  }
}
