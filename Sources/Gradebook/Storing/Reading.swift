package import Course
internal import SQLite

extension Gradebook {
  /// The exercises in the course's order.
  package func exercises() throws(GradebookError) -> [GradedExercise] {
    try perform {
      try database.rows(
        "SELECT e.*, g.key, g.version FROM exercise e JOIN grader g ON g.id = e.grader ORDER BY e.position, e.id"
      ).compactMap { row in
        guard let id = row["id"].string.flatMap(ExerciseID.init(rawValue:)) else { return nil }
        return GradedExercise(
          id: id, title: row["title"].string ?? "", lesson: row["lesson"].string ?? "",
          points: row["points"].double ?? 0, graderKey: row["key"].string ?? "",
          graderVersion: row["version"].string ?? "")
      }
    }
  }

  /// The students by identifier.
  package func students() throws(GradebookError) -> [Student] {
    try perform {
      try database.rows("SELECT * FROM student ORDER BY id").map { row in
        Student(
          id: row["id"].string ?? "", name: row["name"].string ?? "", section: row["section"].string ?? "",
          email: row["email"].string ?? "", isListed: row["is_listed"].int == 1)
      }
    }
  }

  private static let attemptColumns = """
    SELECT a.*, v.status, v.score, v.maximum, v.sandbox, v.seed AS verdict_seed, g.version,
      (SELECT group_concat(name, ' ') FROM
        (SELECT name FROM misconception m WHERE m.verdict = v.id ORDER BY m.position)) AS misconceptions,
      (SELECT f.message FROM fault f
        WHERE f.submission = a.submission AND f.grader = e.grader AND f.seed = a.seed) AS fault
    FROM attempt a JOIN exercise e ON e.id = a.exercise LEFT JOIN verdict v ON v.id = a.verdict
      LEFT JOIN grader g ON g.id = v.grader
    """

  /// A student's attempts, in the order of exercises and of their coming.
  package func attempts(of student: String) throws(GradebookError) -> [Attempt] {
    try perform {
      try database.rows(
        Self.attemptColumns + " WHERE a.student = ? ORDER BY e.position, e.id, a.id", [.text(student)]
      ).compactMap(Self.attempt)
    }
  }

  /// All attempts, by student.
  package func attempts() throws(GradebookError) -> [String: [Attempt]] {
    let rows = try perform { try database.rows(Self.attemptColumns + " ORDER BY e.position, e.id, a.id") }
    return Dictionary(grouping: rows.compactMap(Self.attempt), by: \.student)
  }

  private static func attempt(_ row: Row) -> Attempt? {
    guard let exercise = row["exercise"].string.flatMap(ExerciseID.init(rawValue:)) else { return nil }
    var outcome: Attempt.Outcome?
    if let verdict = row["verdict"].int, let status = row["status"].string.flatMap(Status.init(rawValue:)) {
      outcome = Attempt.Outcome(
        verdict: verdict, status: status, score: row["score"].double ?? 0, maximum: row["maximum"].double ?? 0,
        sandbox: row["sandbox"].string ?? "", seed: seed(row["verdict_seed"]), grader: row["version"].string ?? "",
        misconceptions: row["misconceptions"].string?.split(separator: " ").map(String.init) ?? [])
    }
    return Attempt(
      id: row["id"].int ?? 0, student: row["student"].string ?? "", exercise: exercise,
      submission: row["submission"].string ?? "", firstTime: row["first_time"].int, lastTime: row["last_time"].int,
      isMarkedLate: row["marked_late"].int == 1, path: row["path"].string ?? "", seed: seed(row["seed"]),
      outcome: outcome, fault: row["fault"].string)
  }

  /// The verdict of a job by a grader; nil if there is none.
  package func verdict(of job: Job, grader: Int) throws(GradebookError) -> Verdict? {
    let number = try perform {
      try database.value(
        "SELECT id FROM verdict WHERE submission = ? AND grader = ? AND seed = ?",
        [.text(job.submission), SQLiteValue(grader), .integer(Int64(bitPattern: job.seed))]
      ).int
    }
    return try number.flatMap { number throws(GradebookError) in try verdict(number) }
  }

  /// How a job came out with a grader, in short; nil if it has no verdict.
  package func outcome(of job: Job, grader: Int) throws(GradebookError) -> Attempt.Outcome? {
    try perform {
      let rows = try database.rows(
        """
        SELECT v.*, g.version FROM verdict v JOIN grader g ON g.id = v.grader
        WHERE v.submission = ? AND v.grader = ? AND v.seed = ?
        """, [.text(job.submission), SQLiteValue(grader), .integer(Int64(bitPattern: job.seed))])
      guard let row = rows.first, let status = row["status"].string.flatMap(Status.init(rawValue:)) else { return nil }
      return Attempt.Outcome(
        verdict: row["id"].int ?? 0, status: status, score: row["score"].double ?? 0,
        maximum: row["maximum"].double ?? 0, sandbox: row["sandbox"].string ?? "", seed: job.seed,
        grader: row["version"].string ?? "")
    }
  }

  /// A verdict by its number, with all its parts; nil if there is none.
  package func verdict(_ number: Int) throws(GradebookError) -> Verdict? {
    try perform {
      let found = try database.rows(
        "SELECT v.*, g.exercise FROM verdict v JOIN grader g ON g.id = v.grader WHERE v.id = ?", [SQLiteValue(number)])
      guard let row = found.first, let id = row["exercise"].string.flatMap(ExerciseID.init(rawValue:)),
        let status = row["status"].string.flatMap(Status.init(rawValue:))
      else { return nil }
      var verdict = Verdict(
        exercise: id, status: status, score: row["score"].double ?? 0, maxScore: row["maximum"].double ?? 0,
        seed: Self.seed(row["seed"]), sandbox: row["sandbox"].string ?? "", explanation: row["explanation"].string,
        output: row["output"].string ?? "")
      func parts(_ table: String) throws -> [Row] {
        try database.rows("SELECT * FROM \(table) WHERE verdict = ? ORDER BY position", [SQLiteValue(number)])
      }
      verdict.checks = try parts("check_result").compactMap { Self.check($0, seed: verdict.seed) }
      verdict.misconceptions = try parts("misconception").map { row in
        NamedMisconception(
          id: row["name"].string ?? "", title: row["title"].string ?? "",
          explanation: row["explanation"].string ?? "", lesson: row["lesson"].string ?? "",
          checks: Self.parted(row["checks"].string))
      }
      verdict.diagnostics = try parts("diagnostic").compactMap { row in
        guard let severity = row["severity"].string.flatMap(Diagnostic.Severity.init(rawValue:)) else { return nil }
        return Diagnostic(
          line: row["line"].int ?? 0, column: row["column_number"].int ?? 0, severity: severity,
          message: row["message"].string ?? "")
      }
      return verdict
    }
  }

  private static func check(_ row: Row, seed: UInt64) -> CheckResult? {
    guard let status = row["status"].string.flatMap(Status.init(rawValue:)) else { return nil }
    var example: Counterexample?
    if let function = row["function"].string {
      example = Counterexample(
        function: function, arguments: parted(row["arguments"].string), student: row["student"].string,
        expected: row["expected"].string, difference: row["difference"].string, seed: seed,
        index: row["case_index"].int ?? 0)
    }
    return CheckResult(
      name: row["name"].string ?? "", status: status, points: row["points"].double ?? 0,
      maxPoints: row["maximum"].double ?? 0, message: row["message"].string ?? "", counterexample: example)
  }

  /// How many students showed each misconception in any attempt, the most frequent first within an exercise.
  package func misconceptionCounts() throws(GradebookError) -> [MisconceptionCount] {
    try perform {
      try database.rows(
        """
        SELECT a.exercise, m.name, max(m.title) AS title, max(m.lesson) AS lesson, count(DISTINCT a.student) AS students
        FROM attempt a JOIN exercise e ON e.id = a.exercise JOIN misconception m ON m.verdict = a.verdict
        GROUP BY e.position, a.exercise, m.name ORDER BY e.position, a.exercise, students DESC, m.name
        """
      ).compactMap { row in
        guard let id = row["exercise"].string.flatMap(ExerciseID.init(rawValue:)) else { return nil }
        return MisconceptionCount(
          exercise: id, name: row["name"].string ?? "", title: row["title"].string ?? "",
          lesson: row["lesson"].string ?? "", students: row["students"].int ?? 0)
      }
    }
  }

  /// What the exercises' present graders could not grade.
  package func faults() throws(GradebookError) -> [Fault] {
    try perform {
      try database.rows(
        """
        SELECT f.*, e.id AS exercise FROM fault f JOIN exercise e ON e.grader = f.grader
        WHERE EXISTS (SELECT 1 FROM attempt a
                      WHERE a.submission = f.submission AND a.exercise = e.id AND a.seed = f.seed)
        ORDER BY e.position, f.submission, f.seed
        """
      ).compactMap { row in
        Self.job(row).map { Fault(job: $0, message: row["message"].string ?? "", tries: row["tries"].int ?? 0) }
      }
    }
  }

  /// What was found among submissions, source by source.
  package func findings() throws(GradebookError) -> [Finding] {
    try perform {
      try database.rows("SELECT * FROM finding ORDER BY source, position").compactMap { row in
        guard let kind = row["kind"].string.flatMap(Finding.Kind.init(rawValue:)) else { return nil }
        return Finding(kind, row["subject"].string ?? "", row["message"].string ?? "")
      }
    }
  }
}
