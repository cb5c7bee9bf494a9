internal import Course
internal import Gradebook

/// Where the contents of jobs come from, and where their verdicts are written down.
protocol JobLedger: SendableMetatype {
  /// The file that a job is about.
  func content(of job: Job) throws -> [UInt8]

  /// Writes down what became of a job, so that it is kept whatever happens next.
  func put(_ verdict: Verdict, of job: Job, seconds: Double) throws
}

/// The gradebook itself.
struct GradebookLedger: JobLedger {
  let gradebook: Gradebook
  /// The exercises' graders, by their numbers in the gradebook.
  let graders: [ExerciseID: Int]
  /// Whether verdicts count for attempts from now on.
  let counts: Bool

  func content(of job: Job) throws -> [UInt8] { try gradebook.content(job.submission) }

  func put(_ verdict: Verdict, of job: Job, seconds: Double) throws {
    try gradebook.record(verdict, of: job, grader: graders[job.exercise] ?? 0, seconds: seconds, counts: counts)
  }
}
