package import Course
internal import SQLite

extension Gradebook {
  /// What is to be graded by the exercises' present graders, in the order in which it came.
  ///
  /// - Parameter retriesFaults: whether what could not be graded before is tried again.
  package func pending(retriesFaults: Bool = false) throws(GradebookError) -> [Job] {
    try perform {
      try database.rows(
        """
        SELECT a.submission, a.exercise, a.seed FROM attempt a JOIN exercise e ON e.id = a.exercise
        WHERE NOT EXISTS (SELECT 1 FROM verdict v
                          WHERE v.submission = a.submission AND v.grader = e.grader AND v.seed = a.seed)
          AND (? OR NOT EXISTS (SELECT 1 FROM fault f
                                WHERE f.submission = a.submission AND f.grader = e.grader AND f.seed = a.seed))
        GROUP BY a.submission, a.exercise, a.seed ORDER BY min(a.id)
        """, [SQLiteValue(retriesFaults ? 1 : 0)]
      ).compactMap(Self.job)
    }
  }

  static func job(_ row: Row) -> Job? {
    guard let id = row["exercise"].string.flatMap(ExerciseID.init(rawValue:)) else { return nil }
    return Job(submission: row["submission"].string ?? "", exercise: id, seed: Self.seed(row["seed"]))
  }

  /// Lets every attempt count with the verdict of its exercise's present grader, where there is one already.
  ///
  /// An attempt without one keeps the verdict that it has.
  ///
  /// - Returns: how many attempts got another verdict.
  @discardableResult
  package func settle() throws(GradebookError) -> Int {
    try perform {
      try database.execute(
        """
        UPDATE attempt SET verdict = v.id FROM verdict v, exercise e
        WHERE e.id = attempt.exercise AND v.submission = attempt.submission AND v.grader = e.grader
          AND v.seed = attempt.seed AND attempt.verdict IS NOT v.id
        """)
      return database.changes
    }
  }

  /// The content of a digest.
  package func content(_ digest: String) throws(GradebookError) -> [UInt8] {
    let value = try perform { try database.value("SELECT content FROM submission WHERE hash = ?", [.text(digest)]) }
    guard let bytes = value.bytes else { throw GradebookError("\(path) has no submission \(digest)", isUsage: false) }
    return bytes
  }

  /// Writes down what became of a job, in one transaction.
  ///
  /// A verdict counts from now on for the attempts that it is about, if `counts`; what could not be graded is kept apart, and leaves whatever
  /// counts as it is. A verdict that is there already stays.
  package func record(
    _ verdict: Verdict, of job: Job, grader: Int, seconds: Double, counts: Bool = true
  ) throws(GradebookError) {
    try atomically {
      let place: [SQLiteValue] = [
        .text(job.submission), SQLiteValue(grader), .integer(Int64(bitPattern: job.seed)),
      ]
      guard verdict.status.isGrade else {
        guard counts else { return }
        try database.execute(
          """
          INSERT INTO fault VALUES (?, ?, ?, ?, ?, 1, ?)
          ON CONFLICT DO UPDATE SET message = excluded.message, sandbox = excluded.sandbox, tries = tries + 1,
            last_at = excluded.last_at
          """,
          place + [.text(verdict.explanation ?? ""), .text(verdict.sandbox), .real(Self.now())])
        return
      }
      try database.execute(
        """
        INSERT OR IGNORE INTO verdict
          (submission, grader, seed, status, score, maximum, sandbox, explanation, output, seconds, graded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        place + [
          .text(verdict.status.rawValue), .real(verdict.score), .real(verdict.maxScore), .text(verdict.sandbox),
          SQLiteValue(verdict.explanation), .text(verdict.output), .real(seconds), .real(Self.now()),
        ])
      if database.changes > 0 { try insertParts(of: verdict, number: database.lastInsertedRow) }
      try database.execute("DELETE FROM fault WHERE submission = ? AND grader = ? AND seed = ?", place)
      guard counts else { return }
      try database.execute(
        """
        UPDATE attempt SET verdict =
          (SELECT id FROM verdict WHERE submission = ? AND grader = ? AND seed = ?)
        WHERE submission = ? AND exercise = ? AND seed = ?
        """,
        place + [.text(job.submission), .text(job.exercise.rawValue), .integer(Int64(bitPattern: job.seed))])
    }
  }

  private func insertParts(of verdict: Verdict, number: Int64) throws {
    for (position, check) in verdict.checks.enumerated() {
      let example = check.counterexample
      try database.execute(
        "INSERT INTO check_result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .integer(number), SQLiteValue(position), .text(check.name), .text(check.status.rawValue),
          .real(check.points), .real(check.maxPoints), .text(check.message), SQLiteValue(example?.function),
          SQLiteValue(example.map { Self.joined($0.arguments) }), SQLiteValue(example?.student),
          SQLiteValue(example?.expected), SQLiteValue(example?.difference), SQLiteValue(example?.index),
        ])
    }
    for (position, found) in verdict.misconceptions.enumerated() {
      try database.execute(
        "INSERT INTO misconception VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          .integer(number), SQLiteValue(position), .text(found.id), .text(found.title), .text(found.explanation),
          .text(found.lesson), .text(Self.joined(found.checks)),
        ])
    }
    for (position, diagnostic) in verdict.diagnostics.enumerated() {
      try database.execute(
        "INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?, ?)",
        [
          .integer(number), SQLiteValue(position), SQLiteValue(diagnostic.line), SQLiteValue(diagnostic.column),
          .text(diagnostic.severity.rawValue), .text(diagnostic.message),
        ])
    }
  }

  /// Texts of ours in one column, parted by a character that stands in none of them.
  private static func joined(_ texts: [String]) -> String { texts.joined(separator: "\u{1E}") }

  static func parted(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    return text.split(separator: "\u{1E}", omittingEmptySubsequences: false).map(String.init)
  }

  static func seed(_ value: SQLiteValue) -> UInt64 { UInt64(bitPattern: Int64(value.int ?? 0)) }
}
