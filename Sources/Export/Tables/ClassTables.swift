package import CSV
internal import Course
package import Gradebook

/// A class as tables for spreadsheets and programs: the same bytes for the same gradebook and policy, however it was graded.
package enum ClassTables {
  /// A row for each student and exercise; without the seed where a check of the exercise is hidden.
  package static func grades(_ record: ClassRecord, _ policy: GradingPolicy) -> CSVText {
    var table = CSVText(columns: [
      "student", "name", "section", "email", "exercise", "state", "status", "points", "possible", "weight", "score",
      "max_score", "days_late", "attempts", "submitted", "seed", "sandbox", "grader", "misconceptions", "fault", "path",
    ])
    for entry in record.entries {
      for grade in entry.grades {
        let (attempt, outcome) = (grade.attempt, grade.attempt?.outcome)
        table.add(
          identity(entry.student) + [
            .text(grade.exercise.rawValue), .text(grade.state.rawValue), text(outcome?.status.rawValue),
            grade.state == .graded ? .number(grade.points) : .empty, .number(grade.possible), .number(grade.weight),
            number(outcome?.score), number(outcome?.maximum), outcome == nil ? .empty : .integer(grade.daysLate),
            .integer(grade.attempts), text(attempt?.firstTime.map(Moment.text)),
            policy.rule(for: grade.exercise).hidden.isEmpty ? text(outcome.map { "\($0.seed)" }) : .empty,
            text(outcome?.sandbox), text(outcome?.grader),
            text(outcome?.misconceptions.joined(separator: " ")), .text(grade.hasFault ? "yes" : ""),
            text(attempt?.path),
          ])
      }
    }
    return table
  }

  /// A row for each student, with a column for each exercise and the sum.
  package static func totals(_ record: ClassRecord) -> CSVText {
    var table = CSVText(
      columns: ["student", "name", "section", "email"] + record.exercises.map(\.id.rawValue) + ["total", "possible"])
    for entry in record.entries {
      table.add(
        identity(entry.student) + entry.grades.map { $0.state == .graded ? .number($0.points) : .empty } + [
          .number(entry.total.earned), .number(entry.total.possible),
        ])
    }
    return table
  }

  /// A row for each check of the attempts that count; of a hidden check it says whether it passed, and nothing of a case.
  ///
  /// - Throws: ``GradebookError``.
  package static func checks(
    _ record: ClassRecord, _ policy: GradingPolicy, _ gradebook: Gradebook
  ) throws -> CSVText {
    var table = CSVText(columns: [
      "student", "exercise", "check", "status", "points", "max_points", "message", "case",
    ])
    for entry in record.entries {
      for grade in entry.grades {
        guard let number = grade.attempt?.outcome?.verdict, let verdict = try gradebook.verdict(number) else {
          continue
        }
        let shown = verdict.hiding(policy.rule(for: grade.exercise).hidden)
        for (name, check) in zip(verdict.checks.map(\.name), shown.checks) {
          table.add([
            .text(entry.student.id), .text(grade.exercise.rawValue), .text(name), .text(check.status.rawValue),
            .number(check.points), .number(check.maxPoints), .text(check.message),
            check.counterexample.map { .integer($0.index) } ?? .empty,
          ])
        }
      }
    }
    return table
  }

  private static func identity(_ student: Student) -> [CSVCell] {
    [.text(student.id), .text(student.name), .text(student.section), .text(student.email)]
  }

  private static func text(_ text: String?) -> CSVCell { text.map { .text($0) } ?? .empty }
  private static func number(_ number: Double?) -> CSVCell { number.map { .number($0) } ?? .empty }
}
