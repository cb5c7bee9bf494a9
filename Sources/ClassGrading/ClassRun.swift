package import Course
package import Gradebook
package import Grading
internal import Synchronization

/// Grades what is pending in a gradebook, on several threads, and writes each verdict down as it comes.
package struct ClassRun: Sendable {
  private let installation: Installation
  private let sandbox: SandboxWish
  private let jobs: Int

  /// What is told of a run while it goes on.
  package struct Progress: Hashable, Sendable {
    /// How much there was to grade.
    package var total: Int
    /// How much of it is done.
    package var done = 0
    /// How often each outcome came.
    package var counts: [Status: Int] = [:]
    /// Since when, in seconds.
    package var seconds = 0.0

    mutating func count(_ verdict: Verdict) {
      done += 1
      counts[verdict.status, default: 0] += 1
    }
  }

  /// Prepares a run with so many submissions at a time.
  package init(_ installation: Installation, sandbox: SandboxWish, jobs: Int) {
    self.installation = installation
    self.sandbox = sandbox
    self.jobs = max(1, jobs)
  }

  /// Grades jobs and records what comes out.
  ///
  /// Only one verdict for each thread is ever in memory, and one content.
  ///
  /// - Parameters:
  ///   - work: the jobs, in the order in which they are begun.
  ///   - counts: whether the verdicts count for attempts from now on.
  ///   - note: is told what people should know, once each.
  ///   - report: is told after every verdict, by one thread at a time.
  package func grade(
    _ work: [Job], _ course: ClassCourse, into gradebook: sending Gradebook, counts: Bool = true,
    note: @escaping @Sendable (String) -> Void, report: @escaping @Sendable (Progress) -> Void
  ) throws -> Progress {
    var graders: [ExerciseID: Int] = [:]
    for entry in course.entries { graders[entry.location.id] = try gradebook.grader(of: entry.graded) }
    let ledger = GradebookLedger(gradebook: gradebook, graders: graders, counts: counts)
    return try grade(work, course, ledger, note: note, report: report)
  }

  /// Grades jobs whose contents and verdicts a ledger keeps.
  func grade(
    _ work: [Job], _ course: ClassCourse, _ ledger: sending some JobLedger,
    note: @escaping @Sendable (String) -> Void, report: @escaping @Sendable (Progress) -> Void
  ) throws -> Progress {
    let desk = Desk(ledger, work, note: note, report: report)
    try Threads.work(min(jobs, work.count)) { number in
      do {
        let grader = try Grader.ready(installation, sandbox: sandbox, number: number) { desk.note($0) }
        let bench = Bench(course, grader)
        while let (job, content) = try desk.next() {
          let start = ContinuousClock.now
          let verdict = bench.grade(job, content)
          try desk.put(verdict, of: job, seconds: start.duration(to: .now) / .seconds(1))
        }
      } catch {
        desk.fail(error)
      }
    }
    return try desk.end()
  }
}

/// A grader with the checks that it has made so far, for one thread.
private final class Bench {
  private let course: ClassCourse
  private let grader: Grader
  private var checks: [ExerciseID: (checks: ExerciseChecks, mistakes: KnownMistakes)] = [:]

  init(_ course: ClassCourse, _ grader: Grader) {
    self.course = course
    self.grader = grader
  }

  func grade(_ job: Job, _ content: [UInt8]) -> Verdict {
    do {
      guard let (checks, mistakes) = tools(job.exercise) else {
        throw GradingFault("the exercise '\(job.exercise)' has no checks in this program")
      }
      let submission = try Submission(bytes: content, path: "\(job.exercise).swift")
      return grader.grade(submission, for: job.exercise, checks, seed: job.seed, mistakes: mistakes)
    } catch {
      return Verdict(
        exercise: job.exercise, status: .notGradable, score: 0, maxScore: 0, seed: job.seed, sandbox: grader.sandbox,
        explanation: "\(error)")
    }
  }

  private func tools(_ id: ExerciseID) -> (checks: ExerciseChecks, mistakes: KnownMistakes)? {
    if let known = checks[id] { return known }
    guard let entry = course.entry(id), let own = course.checks(entry) else { return nil }
    let made = (checks: own, mistakes: KnownMistakes(course.layout, entry.location))
    checks[id] = made
    return made
  }
}

/// Where threads take jobs and leave verdicts; one at a time uses the ledger.
private final class Desk<Ledger: JobLedger>: Sendable {
  private struct State {
    let ledger: Ledger
    var next = 0
    var progress: ClassRun.Progress
    var failure: (any Error)?
    var said: Set<String> = []
  }

  private let state: Mutex<State>
  private let work: [Job]
  private let say: @Sendable (String) -> Void
  private let report: @Sendable (ClassRun.Progress) -> Void
  private let start = ContinuousClock.now

  init(
    _ ledger: sending Ledger, _ work: [Job], note: @escaping @Sendable (String) -> Void,
    report: @escaping @Sendable (ClassRun.Progress) -> Void
  ) {
    state = Mutex(State(ledger: ledger, progress: ClassRun.Progress(total: work.count)))
    self.work = work
    say = note
    self.report = report
  }

  func note(_ text: String) {
    let isNew = state.withLock { $0.said.insert(text).inserted }
    if isNew { say(text) }
  }

  func fail(_ error: any Error) {
    state.withLock { if $0.failure == nil { $0.failure = error } }
  }

  /// The next job and its content; nil at the end, or after a failure.
  func next() throws -> (Job, [UInt8])? {
    try state.withLock { state in
      guard state.failure == nil, state.next < work.count else { return nil }
      let job = work[state.next]
      state.next += 1
      return (job, try state.ledger.content(of: job))
    }
  }

  func put(_ verdict: Verdict, of job: Job, seconds: Double) throws {
    try state.withLock { state in
      try state.ledger.put(verdict, of: job, seconds: seconds)
      state.progress.count(verdict)
      state.progress.seconds = start.duration(to: .now) / .seconds(1)
      report(state.progress)
    }
  }

  func end() throws -> ClassRun.Progress {
    let (failure, progress) = state.withLock { ($0.failure, $0.progress) }
    if let failure { throw failure }
    return progress
  }
}
