internal import Course
internal import Files
internal import Grading
internal import Progress
internal import Workspace

/// Grades files for a command, with one grader that is made when the first file comes.
///
/// In a workspace the code is the learner's own, on a machine of their own: where no sandbox can be had, it runs without one. What there is
/// to say of the sandbox is said once, and the record of progress remembers that it was.
final class GradingBench {
  private let gradus: Gradus
  private let console: Console
  private let wish: SandboxWish
  private var grader: Grader?

  init(_ gradus: Gradus, _ wish: SandboxWish, _ console: Console) {
    self.gradus = gradus
    self.wish = wish
    self.console = console
  }

  /// Grades a file; where `study` is given, the learner's own, without a sandbox if there is none.
  func grade(
    _ submission: Submission, for exercise: ExerciseLocation, _ course: FoundCourse, seed: UInt64, hidesCases: Bool,
    _ study: Study?
  ) throws -> Verdict {
    let checks = try gradus.knownChecks(exercise, in: course.layout)
    return try ready(study).grade(
      submission, for: exercise.id, checks, seed: seed, hidesCases: hidesCases,
      mistakes: KnownMistakes(course.layout, exercise))
  }

  private func ready(_ study: Study?) throws -> Grader {
    if let grader { return grader }
    let made = try Grader.ready(
      try gradus.installation(),
      sandbox: study == nil ? wish : SandboxWish(tier: wish.tier, trustsCode: true)
    ) { [console, wish] text in
      guard let study, !wish.trustsCode else { return console.note("gradus: \(text)") }
      if let note = SandboxNote(text) {
        note.sayOnce(study.store) { console.note("gradus: \($0)") }
      } else {
        console.note("gradus: \(text)")
      }
    }
    grader = made
    return made
  }
}

/// What there is to say of the sandbox in a workspace.
struct SandboxNote {
  private let key: String
  private let text: String

  /// Reads what preparing a grader has to say; nil if it is about something else.
  init?(_ text: String) {
    if text.hasPrefix("no sandbox") {
      key = "no sandbox"
      let reason = text.drop { $0 != "." }.dropFirst(2).components(before: "The code runs with all your rights")
      self.text =
        "there is no sandbox on this machine. \(reason)Your files are your own, so they run without one, with all your rights, as any "
        + "program that you write. Do not put other people's files here. This is said once; `gradus help sandbox` has more."
    } else if text.contains("Landlock confines") {
      key = "landlock"
      self.text = text + " This is said once."
    } else {
      return nil
    }
  }

  /// Says it, if it was not said before.
  func sayOnce(_ store: ProgressStore, _ say: (String) -> Void) {
    guard (try? store.wasSaid(key)) != true else { return }
    say(text)
    // If it cannot be written down, it is said again.
    try? store.record(.told, key)
  }
}

extension Substring {
  /// What stands before the first occurrence of a text.
  fileprivate func components(before text: String) -> Substring {
    guard let range = firstRange(of: text) else { return self }
    return self[..<range.lowerBound]
  }
}

/// An exercise that was just passed.
struct Passage {
  let exercise: Exercise
  /// Whether it was not passed before.
  let isFirst: Bool
}

extension Study {
  /// Whether a file is the learner's own for its exercise.
  func owns(_ target: CheckTarget) -> Bool {
    let own = Files.realPath(workspace.path(Workspace.file(of: target.exercise)))
    return own != nil && own == Files.realPath(target.path)
  }

  /// Writes down how a file of the workspace came out, and says if an exercise was passed.
  ///
  /// Files from elsewhere, starters as they were and what could not be graded leave no trace.
  mutating func record(_ verdict: Verdict, of submission: Submission, at target: CheckTarget) throws -> Passage? {
    guard verdict.status.isGrade, owns(target), let exercise = catalogue.exercise(target.exercise.id)
    else { return nil }
    // The starter, checked as it is, is no attempt.
    if submission.source == (try? Files.text(exercise.files.starter)) { return nil }
    let wasPassed = standings[exercise.id].isPassed
    let content = ContentHash(of: submission.source).text
    try record(.attempt(verdict.status, verdict.points, content: content), exercise)
    return verdict.status == .passed ? Passage(exercise: exercise, isFirst: !wasPassed) : nil
  }
}
