internal import Course
internal import Export
internal import Files
internal import Gradebook
internal import Grading
internal import JSON
internal import Submissions
internal import Terminal

/// Grades one submission the way Gradescope asks for it.
struct AutograderRun {
  let gradus: Gradus
  /// The folder with `submission`, `submission_metadata.json` and `results`.
  let folder: String
  let course: FoundCourse
  let policy: GradingPolicy
  let exercises: [ExerciseLocation]
  let wish: SandboxWish
  let console: Console

  /// Writes the results; a submission that cannot be graded gets none with a score, and Gradescope says that the autograder failed.
  func run() throws -> ExitCode {
    let metadata = metadata()
    var contents: [String: [UInt8]] = [:]
    let reader = SubmissionReader(
      exercises: exercises.map(\.id), only: exercises.count == 1 ? exercises[0].id : nil)
    let intake = try reader.read("\(folder)/submission", of: metadata.student) { bytes in
      do {
        _ = try Submission(bytes: bytes, path: "the file")
      } catch let refusal as Submission.Refusal {
        return .refused(refusal.description)
      }
      let digest = Digest(of: bytes).text
      contents[digest] = bytes
      return .kept(digest)
    }
    let bench = GradingBench(gradus, wish, console)
    var graded: [GradedFile] = []
    for exercise in exercises {
      let file = intake.files.first { $0.exercise == exercise.id }
      graded.append(
        try grade(exercise, file.flatMap { contents[$0.digest] }, file?.path ?? "", metadata.student, bench))
    }
    let notes = intake.findings.filter { $0.kind != .empty }.map { "\($0.subject): \($0.message)" }
    let results = GradescopeResults.value(graded, notes: notes, version: Gradus.version)
    try Files.makeFolder("\(folder)/results")
    try Files.replace(Array((results.pretty + "\n").utf8), at: "\(folder)/results/results.json")
    return summarise(graded, notes, metadata)
  }

  /// Without it everybody has the cases of somebody without a name: a fault of the machine's, but no reason not to grade.
  private func metadata() -> SubmissionMetadata {
    let path = "\(folder)/\(SubmissionMetadata.name)"
    do {
      return try SubmissionMetadata(path: path)
    } catch {
      console.note("gradus: \(path) cannot be read, so the cases are nobody's own: \(TerminalText.safe("\(error)"))")
      return SubmissionMetadata()
    }
  }

  private func grade(
    _ exercise: ExerciseLocation, _ content: [UInt8]?, _ path: String, _ student: Student, _ bench: GradingBench
  ) throws -> GradedFile {
    let name = "\(exercise.id).swift"
    guard let content else { return GradedFile(try missing(exercise), path: name, source: "", seconds: 0) }
    let submission = try Submission(bytes: content, path: name)
    let start = ContinuousClock.now
    let verdict = try bench.grade(
      submission, for: exercise, course, seed: policy.seed(for: student.id, exercise.id), hidesCases: false, nil)
    return GradedFile(
      verdict.hiding(policy.rule(for: exercise.id).hidden), path: name, source: submission.source,
      seconds: start.duration(to: .now) / .seconds(1))
  }

  /// Nothing that can be graded was handed in for an exercise: no points, and the checks by name.
  private func missing(_ exercise: ExerciseLocation) throws -> Verdict {
    let checks = try gradus.knownChecks(exercise, in: course.layout)
    let verdict = Verdict(
      exercise: exercise.id, status: .notImplemented, score: 0, maxScore: Double(checks.maximumPoints), seed: 0,
      sandbox: "none",
      explanation: "Nothing was handed in for this exercise: no file that can be read is called \(exercise.id).swift.",
      checks: checks.checks.map {
        CheckResult(name: $0.name, status: .notImplemented, points: 0, maxPoints: Double($0.points))
      })
    return verdict.hiding(policy.rule(for: exercise.id).hidden)
  }

  private func summarise(_ graded: [GradedFile], _ notes: [String], _ metadata: SubmissionMetadata) -> ExitCode {
    for note in notes { console.write(TerminalText.safe(note) + "\n") }
    for file in graded {
      let verdict = file.verdict
      console.write("\(verdict.exercise): \(verdict.status.rawValue), \(verdict.points), sandbox \(verdict.sandbox)\n")
      if !file.isGraded { console.fail("\(verdict.exercise): \(verdict.explanation ?? "it could not be graded")") }
    }
    let possible = graded.reduce(0) { $0 + $1.verdict.maxScore }
    if let points = metadata.points, points != possible {
      console.note(
        "gradus: Gradescope says that the assignment is worth \(points) points, and the checks have \(possible): set its points to those"
      )
    }
    return graded.allSatisfy(\.isGraded) ? .passed : .fault
  }
}
