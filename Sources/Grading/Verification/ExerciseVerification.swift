package import Course
internal import Files

/// What an exercise must show before students meet it.
///
/// Its starter does not pass, its solution always does, every known mistake fails and is named, right work written differently passes, its
/// hints give nothing away, and all its files speak of the same functions.
package struct ExerciseVerification {
  let layout: CourseLayout
  let location: ExerciseLocation
  let checks: ExerciseChecks
  let grader: Grader
  let seeds: ClosedRange<UInt64>

  /// Prepares the verification of one exercise; solutions and alternatives are graded once for each seed.
  package init(
    _ layout: CourseLayout, _ location: ExerciseLocation, _ checks: ExerciseChecks, _ grader: Grader,
    seeds: ClosedRange<UInt64>
  ) {
    self.layout = layout
    self.location = location
    self.checks = checks
    self.grader = grader
    self.seeds = seeds
  }

  /// What was found out.
  package struct Report: Sendable {
    /// How many points the exercise gives.
    package var points = 0
    /// How the starter came out.
    package var starter = Status.notGradable
    /// For how many seeds the solution got full marks.
    package var solution = Share()
    /// How many misconceptions fail and are named.
    package var misconceptions = Share()
    /// How many alternatives get full marks for all seeds.
    package var alternatives = Share()
    /// Whether the hints keep the solution's lines to themselves.
    package var hintsKeepSecrets = false
    /// Whether starter, checks and lesson speak of the same functions.
    package var functionsAgree = false
    /// What is wrong, and how to mend it.
    package var problems: [Problem] = []
    /// Whether something could not be graded at all.
    package var hadFault = false

    init() {}
  }

  /// So many out of so many.
  package struct Share: Hashable, Sendable, CustomStringConvertible {
    /// Those for which it holds.
    package var good = 0
    /// All.
    package var all = 0

    /// For example `27/27`.
    package var description: String { "\(good)/\(all)" }
  }

  /// Verifies the exercise; `progress` is told what is being looked at.
  package func run(progress: (String) -> Void) -> Report {
    var report = Report()
    report.points = checks.maximumPoints
    progress("\(location.id): starter")
    verifyStarter(&report)
    progress("\(location.id): solution on \(seeds.count) seeds")
    verifySolution(&report)
    verifyMisconceptions(&report, progress)
    verifyAlternatives(&report, progress)
    verifyAgreement(&report)
    return report
  }

  private func verifyStarter(_ report: inout Report) {
    guard let verdict = grade(location.files.starter, seeds: 1...1, &report)?.first else { return }
    report.starter = verdict.status
    guard verdict.status != .notImplemented else { return }
    report.problems.append(
      Problem(
        file: location.files.starter, message: "the starter is \(verdict.status.rawValue): \(verdict.reason)",
        mend: "Let every function of the starter compile and hold nothing but todo(\"...\")"))
  }

  private func verifySolution(_ report: inout Report) {
    guard let verdicts = grade(location.files.solution, seeds: seeds, &report) else { return }
    report.solution = Share(good: verdicts.count { $0.status == .passed }, all: verdicts.count)
    guard let failure = verdicts.first(where: { $0.status != .passed }) else { return }
    report.problems.append(
      Problem(
        file: location.files.solution,
        message: "the solution is \(failure.status.rawValue) with seed \(failure.seed): \(failure.reason)",
        mend: "See `gradus check \(location.id) --file \(location.files.solution) --seed \(failure.seed)`"))
  }

  /// The folder of right solutions written differently.
  private var alternatives: String { "\(layout.root)/Tests/Fixtures/alternatives/\(location.id)" }

  /// Alternatives are many; fifty seeds are enough for each.
  private var alternativeSeeds: ClosedRange<UInt64> { seeds.lowerBound...min(seeds.upperBound, seeds.lowerBound + 49) }

  private func verifyAlternatives(_ report: inout Report, _ progress: (String) -> Void) {
    guard let names = try? Files.list(alternatives).filter({ $0.hasSuffix(".swift") }) else { return }
    for (number, name) in names.enumerated() {
      progress("\(location.id): alternative \(number + 1) of \(names.count)")
      report.alternatives.all += 1
      guard let verdicts = grade("\(alternatives)/\(name)", seeds: alternativeSeeds, &report) else { continue }
      guard let failure = verdicts.first(where: { $0.status != .passed }) else {
        report.alternatives.good += 1
        continue
      }
      report.problems.append(
        Problem(
          file: "\(alternatives)/\(name)",
          message: "the alternative is \(failure.status.rawValue) with seed \(failure.seed): \(failure.reason)",
          mend: "If it is right, the checks are too strict; if it is wrong, it is no alternative"))
    }
  }

  private func verifyAgreement(_ report: inout Report) {
    // An exercise that cannot be read is among the course's problems.
    guard let exercise = try? layout.loadExercise(at: location) else { return }
    let agreement = ContentAgreement(layout, exercise, checks)
    do {
      let (functions, hints) = (try agreement.functionProblems(), try agreement.hintProblems())
      report.functionsAgree = functions.isEmpty
      report.hintsKeepSecrets = hints.isEmpty
      report.problems += functions + hints
    } catch {
      report.problems.append(Problem(file: location.files.starter, message: "\(error)", mend: "Put the file there"))
    }
  }

  private func grade(_ path: String, seeds: ClosedRange<UInt64>, _ report: inout Report) -> [Verdict]? {
    do {
      let verdicts = grader.grade(try Submission(path: path), for: location.id, checks, seeds: seeds)
      if verdicts.contains(where: { $0.status == .notGradable }) { report.hadFault = true }
      return verdicts
    } catch {
      report.problems.append(Problem(file: path, message: "\(error)", mend: "Put the file there"))
      return nil
    }
  }
}

extension Verdict {
  /// The first thing that is wrong, in one line.
  var reason: String {
    let diagnostic = diagnostics.first { $0.severity == .error }.map { "line \($0.line): \($0.message)" }
    let check = checks.first { $0.status != .passed }.map { "\($0.name): \($0.message)" }
    let text = diagnostic ?? explanation ?? check ?? ""
    return String(text.prefix { $0 != "\n" })
  }
}
