internal import Course
internal import Export
internal import Grading
internal import JSON
internal import Watching

/// What a session of `gradus watch` has its helper do.
struct HelperTask {
  let exercise: ExerciseID
  let seed: UInt64
  /// The file's path, for messages.
  let path: String
  let source: String

  /// The task as bytes.
  var bytes: [UInt8] { Array("\(exercise)\t\(seed)\t\(path)\n\(source)".utf8) }

  init(exercise: ExerciseID, seed: UInt64, path: String, source: String) {
    self.exercise = exercise
    self.seed = seed
    self.path = path
    self.source = source
  }

  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let fields = String(decoding: bytes[..<end], as: UTF8.self)
      .split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, let exercise = ExerciseID(rawValue: String(fields[0])), let seed = UInt64(fields[1]) else {
      return nil
    }
    self.init(
      exercise: exercise, seed: seed, path: String(fields[2]),
      source: String(decoding: bytes[bytes.index(after: end)...], as: UTF8.self))
  }

  /// Prepares everything, waits for the task, and answers it.
  static func serve(_ gradus: Gradus, _ console: Console) throws -> ExitCode {
    let installation = try gradus.installation()
    // Only the learner's own files are watched; in their own workspace they run without a sandbox where there is none.
    let grader = try Grader.ready(installation, sandbox: SandboxWish(trustsCode: true)) { console.note($0) }
    let bytes = try Helper.task()
    // The session has ended.
    guard !bytes.isEmpty else { return .passed }
    guard let task = HelperTask(bytes) else { throw GradingFault("the task of `gradus watch` cannot be read") }
    let course = CourseLayout(root: installation.course)
    let location = try course.locate(task.exercise)
    let verdict = grader.grade(
      Submission(source: task.source, path: task.path), for: task.exercise,
      try gradus.knownChecks(location, in: course), seed: task.seed, mistakes: KnownMistakes(course, location))
    console.write(VerdictJSON.value(verdict, seconds: 0).pretty)
    return .passed
  }

  /// The verdict that a helper has answered; nil if it has not.
  static func verdict(_ answer: [UInt8]) -> Verdict? {
    (try? JSONValue.parse(answer)).flatMap(VerdictJSON.verdict)
  }
}
