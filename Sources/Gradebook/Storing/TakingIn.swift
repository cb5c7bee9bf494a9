internal import Course
internal import Files
internal import SQLite

extension Gradebook {
  /// Writes down the exercises of the course, in their order, each with the grader that is to be used from now on.
  package func take(_ exercises: [GradedExercise]) throws(GradebookError) {
    try atomically {
      for (position, exercise) in exercises.enumerated() {
        let grader = try self.grader(of: exercise)
        try database.execute(
          """
          INSERT INTO exercise VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET position = excluded.position, title = excluded.title, lesson = excluded.lesson,
            points = excluded.points, grader = excluded.grader
          """,
          [
            .text(exercise.id.rawValue), SQLiteValue(position), .text(exercise.title), .text(exercise.lesson),
            .real(exercise.points), SQLiteValue(grader),
          ])
      }
    }
  }

  /// The number of an exercise's grader, which is given one if it has none.
  package func grader(of exercise: GradedExercise) throws(GradebookError) -> Int {
    try perform {
      try database.execute(
        "INSERT OR IGNORE INTO grader (exercise, key, version) VALUES (?, ?, ?)",
        [.text(exercise.id.rawValue), .text(exercise.graderKey), .text(exercise.graderVersion)])
      return try database.value(
        "SELECT id FROM grader WHERE exercise = ? AND key = ?",
        [.text(exercise.id.rawValue), .text(exercise.graderKey)]
      ).int ?? 0
    }
  }

  /// Writes down a student; what a roster says is kept against what submissions say.
  package func take(_ student: Student) throws(GradebookError) {
    try perform {
      try database.execute(
        """
        INSERT INTO student VALUES (?, ?, ?, ?, '', ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, section = excluded.section, email = excluded.email,
          is_listed = excluded.is_listed
        WHERE excluded.is_listed >= student.is_listed
        """,
        [
          .text(student.id), .text(student.name), .text(student.section), .text(student.email),
          SQLiteValue(student.isListed ? 1 : 0),
        ])
    }
  }

  /// Keeps a content and gives its digest.
  package func take(content: [UInt8]) throws(GradebookError) -> String {
    let digest = Digest(of: content).text
    try perform {
      try database.execute("INSERT OR IGNORE INTO submission VALUES (?, ?)", [.text(digest), .blob(content)])
    }
    return digest
  }

  /// Writes down that a student handed in a content; one that they had handed in before is the same attempt.
  package func take(_ handIn: HandIn) throws(GradebookError) {
    try perform {
      try database.execute(
        """
        INSERT INTO attempt (student, exercise, submission, first_time, last_time, marked_late, path, seed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (student, exercise, submission) DO UPDATE SET
          first_time = min(coalesce(first_time, excluded.first_time), coalesce(excluded.first_time, first_time)),
          last_time = max(coalesce(last_time, excluded.last_time), coalesce(excluded.last_time, last_time)),
          marked_late = min(marked_late, excluded.marked_late), path = excluded.path, seed = excluded.seed
        """,
        [
          .text(handIn.student), .text(handIn.exercise.rawValue), .text(handIn.submission), SQLiteValue(handIn.time),
          SQLiteValue(handIn.time), SQLiteValue(handIn.isMarkedLate ? 1 : 0), .text(handIn.path),
          .integer(Int64(bitPattern: handIn.seed)),
        ])
    }
  }

  /// Gives every attempt the seed that a policy has for it.
  package func take(seedsOf policy: GradingPolicy) throws(GradebookError) {
    try atomically {
      for row in try database.rows("SELECT id, student, exercise, seed FROM attempt") {
        guard let exercise = row["exercise"].string.flatMap(ExerciseID.init(rawValue:)) else { continue }
        let seed = policy.seed(for: row["student"].string ?? "", exercise)
        guard seed != Self.seed(row["seed"]) else { continue }
        try database.execute(
          "UPDATE attempt SET seed = ? WHERE id = ?", [.integer(Int64(bitPattern: seed)), SQLiteValue(row["id"].int)])
      }
    }
  }

  /// Puts what was found in a source in the place of what was found in it before.
  package func take(_ findings: [Finding], from source: String) throws(GradebookError) {
    try atomically {
      try database.execute("DELETE FROM finding WHERE source = ?", [.text(source)])
      for (position, finding) in findings.enumerated() {
        try database.execute(
          "INSERT INTO finding VALUES (?, ?, ?, ?, ?)",
          [
            .text(source), SQLiteValue(position), .text(finding.kind.rawValue), .text(finding.subject),
            .text(finding.message),
          ])
      }
    }
  }
}
