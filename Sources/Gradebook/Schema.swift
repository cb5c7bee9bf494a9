/// The tables of a gradebook.
///
/// Scripts are only ever added at the end. Nothing is stored that can be computed: grades follow from attempts, verdicts and the policy.
enum Schema {
  /// What tells a gradebook from other databases: "grdb".
  static let applicationID = 0x6772_6462

  static let migrations = [
    """
    PRAGMA application_id = \(applicationID);

    CREATE TABLE student (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, section TEXT NOT NULL, email TEXT NOT NULL, details TEXT NOT NULL,
      is_listed INTEGER NOT NULL
    ) STRICT;

    -- A grader of an exercise: another engine, reference, set of checks or compiler is another grader.
    CREATE TABLE grader (
      id INTEGER PRIMARY KEY, exercise TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL, UNIQUE (exercise, key)
    ) STRICT;

    CREATE TABLE exercise (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, lesson TEXT NOT NULL, points REAL NOT NULL,
      grader INTEGER NOT NULL REFERENCES grader
    ) STRICT;

    CREATE TABLE submission (hash TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;

    CREATE TABLE verdict (
      id INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission, grader INTEGER NOT NULL REFERENCES grader,
      seed INTEGER NOT NULL, status TEXT NOT NULL, score REAL NOT NULL, maximum REAL NOT NULL, sandbox TEXT NOT NULL,
      explanation TEXT, output TEXT NOT NULL, seconds REAL NOT NULL, graded_at REAL NOT NULL,
      UNIQUE (submission, grader, seed)
    ) STRICT;

    CREATE TABLE check_result (
      verdict INTEGER NOT NULL REFERENCES verdict ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL,
      status TEXT NOT NULL, points REAL NOT NULL, maximum REAL NOT NULL, message TEXT NOT NULL, function TEXT,
      arguments TEXT, student TEXT, expected TEXT, difference TEXT, case_index INTEGER, PRIMARY KEY (verdict, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE misconception (
      verdict INTEGER NOT NULL REFERENCES verdict ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL,
      title TEXT NOT NULL, explanation TEXT NOT NULL, lesson TEXT NOT NULL, checks TEXT NOT NULL,
      PRIMARY KEY (verdict, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE diagnostic (
      verdict INTEGER NOT NULL REFERENCES verdict ON DELETE CASCADE, position INTEGER NOT NULL, line INTEGER NOT NULL,
      column_number INTEGER NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (verdict, position)
    ) STRICT, WITHOUT ROWID;

    -- What a student handed in for an exercise, each content once, and the verdict that counts for it.
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student, exercise TEXT NOT NULL REFERENCES exercise,
      submission TEXT NOT NULL REFERENCES submission, first_time INTEGER, last_time INTEGER,
      marked_late INTEGER NOT NULL, path TEXT NOT NULL, seed INTEGER NOT NULL, verdict INTEGER REFERENCES verdict,
      UNIQUE (student, exercise, submission)
    ) STRICT;
    CREATE INDEX attempt_by_submission ON attempt (submission, exercise, seed);

    -- What could not be graded. It stands apart from verdicts, so that it can never be taken for one.
    CREATE TABLE fault (
      submission TEXT NOT NULL REFERENCES submission, grader INTEGER NOT NULL REFERENCES grader, seed INTEGER NOT NULL,
      message TEXT NOT NULL, sandbox TEXT NOT NULL, tries INTEGER NOT NULL, last_at REAL NOT NULL,
      PRIMARY KEY (submission, grader, seed)
    ) STRICT, WITHOUT ROWID;

    -- What was found in the submissions besides files to grade.
    CREATE TABLE finding (
      source TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, message TEXT NOT NULL,
      PRIMARY KEY (source, position)
    ) STRICT, WITHOUT ROWID;
    """
  ]
}
