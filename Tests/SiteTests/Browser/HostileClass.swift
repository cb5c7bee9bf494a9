import Course
import Gradebook
import Reports

/// The report on a class whose names, files and output are as hostile as they can be.
enum HostileClass {
  static let attacks = [
    "<script>document.title = 'struck'</script>", "\"><img src=x onerror=\"document.title='struck'\">",
    "</style></title><svg onload=document.title='struck'>", "javascript:document.title='struck'", "../../etc/passwd",
    "=HYPERLINK(\"http://example.org\")", "a\u{202E}nimda\u{2066}", "\u{1B}]0;struck\u{7}\u{1B}[31m",
    "&lt;b&gt; &amp; ' `",
    String(repeating: "long", count: 80),
  ]

  static func files(in folder: String) throws -> [String: [UInt8]] {
    let book = try Gradebook(path: "\(folder)/hostile.db", .create)
    let ids = try ["mean", "variance-gradient", "third"].map { try ExerciseID($0) }
    let exercises = ids.map { id in
      GradedExercise(
        id: id, title: "The exercise \(id)", lesson: "means", points: 5, graderKey: "key", graderVersion: "0.1.0")
    }
    try book.take(exercises)
    for (number, attack) in attacks.enumerated() {
      try book.take(Student(id: attack, name: "Name \(attack)", section: attack, email: attack, isListed: true))
      for exercise in exercises.dropLast(number.isMultiple(of: 2) ? 1 : 0) {
        let digest = try book.take(content: Array("\(attack) \(exercise.id)".utf8))
        let job = Job(submission: digest, exercise: exercise.id, seed: UInt64(number))
        try book.take(
          HandIn(
            student: attack, exercise: exercise.id, submission: digest, time: 1_700_000_000 + number,
            isMarkedLate: false,
            path: attack, seed: job.seed))
        try book.record(
          verdict(exercise.id, attack, number), of: job, grader: try book.grader(of: exercise), seconds: 1)
      }
    }
    try book.take(attacks.map { Finding(.unmatched, $0, $0) }, from: attacks[0])
    var policy = GradingPolicy()
    policy.general.due = 1_700_000_000 - 86_400
    policy.general.penaltyPerDay = 0.1
    policy.rules[ids[0]] = policy.general
    policy.rules[ids[1]] = policy.general
    policy.rules[ids[1]]?.hidden = ["secret check"]
    policy.rules[ids[2]] = policy.general
    var description = CourseDescription()
    description.title = "A course & <b>more</b>"
    return try ClassReport(book, policy, description, LessonLinks(site: "course", isAbsolute: false)).files()
  }

  private static func verdict(_ exercise: ExerciseID, _ attack: String, _ number: Int) -> Verdict {
    let isPassed = number % 3 == 0
    var verdict = Verdict(
      exercise: exercise, status: isPassed ? .passed : .failed, score: isPassed ? 5 : 2, maxScore: 5,
      seed: UInt64(number), sandbox: "bubblewrap", explanation: attack, output: attack + "\n" + attack)
    let example = Counterexample(
      function: "f", arguments: ["x = \(attack)"], student: attack, expected: "secret value", difference: attack,
      seed: 1, index: 2)
    verdict.checks = [
      CheckResult(name: "open check", status: .passed, points: 2, maxPoints: 2, message: attack),
      CheckResult(
        name: "secret check", status: isPassed ? .passed : .failed, points: isPassed ? 3 : 0, maxPoints: 3,
        message: "secret message", counterexample: example),
    ]
    verdict.misconceptions = [
      NamedMisconception(
        id: "wrong", title: attack, explanation: attack + "\n" + attack, lesson: "means#\(attack)",
        checks: ["open check"])
    ]
    verdict.diagnostics = [Diagnostic(line: 1, column: 1, severity: .warning, message: attack)]
    return verdict
  }
}
