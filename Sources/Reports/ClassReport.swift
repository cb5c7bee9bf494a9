internal import CSV
package import Course
internal import Export
package import Gradebook

/// The report on a class: a page about it, one for each student, and the same as tables.
package struct ClassReport {
  private let gradebook: Gradebook
  private let policy: GradingPolicy
  private let description: CourseDescription
  private let links: LessonLinks

  /// Prepares a report.
  package init(
    _ gradebook: Gradebook, _ policy: GradingPolicy, _ description: CourseDescription, _ links: LessonLinks
  ) {
    self.gradebook = gradebook
    self.policy = policy
    self.description = description
    self.links = links
  }

  /// The files by their paths in the report's folder.
  ///
  /// - Throws: ``GradebookError``.
  package func files() throws -> [String: [UInt8]] {
    let record = try gradebook.record(policy)
    var statistics = ClassStatistics(record)
    let medians = record.exercises.indices.map { position in
      ClassStatistics.median(
        record.entries.map { $0.grades[position] }.filter { $0.state == .graded }.map {
          $0.possible > 0 ? $0.points / $0.possible : 0
        })
    }
    var files: [String: [UInt8]] = [:]
    for entry in record.entries {
      let verdicts = try entry.grades.map { try $0.attempt?.outcome.flatMap { try gradebook.verdict($0.verdict) } }
      for case let verdict? in verdicts { statistics.add(verdict) }
      let shown = zip(record.exercises, verdicts).map { $1?.hiding(policy.rule(for: $0.id).hidden) }
      files[PageNames.page(of: entry.student.id)] = StudentPage(
        course: description.title, language: description.language, entry: entry, exercises: record.exercises,
        policy: policy, links: links, medians: medians, verdicts: shown
      ).bytes()
    }
    statistics.add(try gradebook.misconceptionCounts())
    files["index.html"] = ClassPage(
      course: description.title, language: description.language, record: record, statistics: statistics, links: links
    ).bytes()
    files["grades.csv"] = Array(ClassTables.grades(record, policy).text.utf8)
    files["totals.csv"] = Array(ClassTables.totals(record).text.utf8)
    for (name, table) in Self.tables(statistics, record.findings) { files[name] = Array(table.text.utf8) }
    return files
  }

  private static func tables(_ statistics: ClassStatistics, _ findings: [Finding]) -> [String: CSVText] {
    var exercises = CSVText(columns: [
      "exercise", "graded", "without", "passed", "pass_rate", "difficulty", "discrimination", "median_attempts",
    ])
    var checks = CSVText(columns: ["exercise", "check", "not_passed", "graded"])
    var misconceptions = CSVText(columns: ["exercise", "misconception", "title", "lesson", "students"])
    func number(_ value: Double?) -> CSVCell { value.map { .number($0) } ?? .empty }
    for exercise in statistics.exercises {
      let id = CSVCell.text(exercise.exercise.id.rawValue)
      exercises.add([
        id, .integer(exercise.graded), .integer(exercise.without), .integer(exercise.passed),
        number(exercise.passRate), number(exercise.difficulty), number(exercise.discrimination),
        number(exercise.medianAttempts),
      ])
      for check in exercise.checks {
        checks.add([id, .text(check.name), .integer(check.failed), .integer(check.total)])
      }
      for found in exercise.misconceptions {
        misconceptions.add([
          id, .text(found.name), .text(found.title), .text(found.lesson), .integer(found.students),
        ])
      }
    }
    var listed = CSVText(columns: ["kind", "subject", "message"])
    for finding in findings {
      listed.add([.text(finding.kind.rawValue), .text(finding.subject), .text(finding.message)])
    }
    return [
      "exercises.csv": exercises, "checks.csv": checks, "misconceptions.csv": misconceptions, "findings.csv": listed,
    ]
  }
}
