internal import Course
internal import Export
internal import Files
internal import Gradebook
internal import Grading
internal import JSON

/// A folder that all nodes of a cluster see: what is to be graded, and what has come out of it.
///
/// | name | content |
/// | --- | --- |
/// | `jobs` | a line for each job: the content's digest, the exercise and the seed, between tabs |
/// | `graders` | a line for each exercise: its name and its grader's key |
/// | `submissions/DIGEST` | the contents |
/// | `results/TASK-NODE-PROCESS` | a line of JSON for each verdict; no two processes write into one file |
/// | `array` | the numbers of the array jobs that were submitted, a line each |
/// | `log/TASK` | what a task said |
///
/// A line counts when it is whole. What a node that died leaves unfinished is therefore no verdict, and what two nodes
/// did both is one verdict, told twice.
struct SharedWork {
  let path: String

  /// What one line of results says.
  struct Result {
    let job: Job
    let verdict: Verdict
    let seconds: Double
  }

  /// Lays out a folder for jobs; it is there whole or not at all.
  static func layOut(
    at path: String, _ jobs: [Job], graders: [ExerciseID: String], content: (String) throws -> [UInt8]
  ) throws -> SharedWork {
    do {
      for part in ["submissions", "results", "log"] { try Files.makeFolder("\(path)/\(part)") }
      for digest in Set(jobs.map(\.submission)) {
        try Files.write(try content(digest), to: "\(path)/submissions/\(digest)")
      }
      try Files.write(graders.map { "\($0)\t\($1)\n" }.sorted().joined(), to: "\(path)/graders")
      try Files.replace(
        Array(jobs.map { "\($0.submission)\t\($0.exercise)\t\($0.seed)\n" }.joined().utf8), at: "\(path)/jobs")
    } catch {
      Files.remove(path)
      throw error
    }
    return SharedWork(path: path)
  }

  /// The jobs, in the order in which they came.
  func jobs() throws -> [Job] {
    try lines("jobs").map { fields in
      guard fields.count == 3, let exercise = ExerciseID(rawValue: fields[1]), let seed = UInt64(fields[2]) else {
        throw GradingFault("\(path)/jobs has a line that is no job: \(fields.joined(separator: " "))")
      }
      return Job(submission: fields[0], exercise: exercise, seed: seed)
    }
  }

  /// The key of each exercise's grader, as the gradebook has it.
  func graders() throws -> [String: String] {
    Dictionary(try lines("graders").map { ($0[0], $0.count > 1 ? $0[1] : "") }) { first, _ in first }
  }

  /// The content of a digest.
  func content(_ digest: String) throws -> [UInt8] { try Files.read("\(path)/submissions/\(digest)") }

  /// The files with results, those of one task or all.
  func resultFiles(ofTask task: Int? = nil) -> [String] {
    let names = ((try? Files.list("\(path)/results")) ?? []).sorted()
    return names.filter { name in task.map { name.hasPrefix("\($0)-") } ?? true }.map { "\(path)/results/\($0)" }
  }

  /// The whole lines of a file with results behind a place in it, and the place behind them.
  static func results(in file: String, from start: Int = 0) -> (results: [Result], end: Int) {
    guard let bytes = try? Files.read(file), bytes.count > start,
      let last = bytes[start...].lastIndex(of: UInt8(ascii: "\n"))
    else { return ([], start) }
    let lines = String(decoding: bytes[start..<last], as: UTF8.self).split(separator: "\n")
    return (lines.compactMap { result(String($0)) }, last + 1)
  }

  /// The line that tells of a verdict.
  static func line(_ verdict: Verdict, of job: Job, seconds: Double) -> String {
    let line: JSONValue = [
      "submission": .string(job.submission), "exercise": .string(job.exercise.rawValue),
      "job_seed": .string("\(job.seed)"), "verdict": VerdictJSON.value(verdict, seconds: seconds),
    ]
    return line.compact + "\n"
  }

  private static func result(_ line: String) -> Result? {
    guard let json = try? JSONValue.parse(line), case .string(let submission)? = json["submission"],
      case .string(let name)? = json["exercise"], let exercise = ExerciseID(rawValue: name),
      case .string(let digits)? = json["job_seed"], let seed = UInt64(digits),
      let verdict = json["verdict"].flatMap(VerdictJSON.verdict), verdict.exercise == exercise, verdict.seed == seed
    else { return nil }
    let seconds: Double =
      switch json["verdict"]?["seconds"] {
      case .number(let number)?: number
      case .integer(let number)?: Double(number)
      default: 0
      }
    return Result(
      job: Job(submission: submission, exercise: exercise, seed: seed), verdict: verdict, seconds: seconds)
  }

  private func lines(_ name: String) throws -> [[String]] {
    try Files.text("\(path)/\(name)").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
