package import CSV
internal import Course
package import Gradebook

/// A class as nbgrader's own export has it, quoted as RFC 4180 asks.
///
/// Source: nbgrader, `CsvExportPlugin`.
package enum NbgraderTable {
  /// A row for each student and exercise.
  ///
  /// What could not be graded, or was not graded yet, has no numbers; what was not handed in has none of its own and counts 0, as there.
  package static func table(_ record: ClassRecord, _ policy: GradingPolicy) -> CSVText {
    var table = CSVText(columns: [
      "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
      "late_submission_penalty", "score", "max_score",
    ])
    for exercise in record.exercises {
      for entry in record.entries {
        guard let grade = entry.grades.first(where: { $0.exercise == exercise.id }) else { continue }
        let (first, last) = names(entry.student)
        let due = policy.due(exercise.id, for: entry.student.id)
        table.add(
          [
            .text(exercise.id.rawValue), moment(due), moment(grade.attempt?.firstTime), .text(entry.student.id),
            .text(last), .text(first), .text(entry.student.email),
          ] + numbers(grade) + [.number(grade.possible)])
      }
    }
    return table
  }

  private static func numbers(_ grade: Grade) -> [CSVCell] {
    switch grade.state {
    case .graded: [.number(grade.earned), .number(grade.earned - grade.points), .number(grade.points)]
    case .missing: [.number(0), .number(0), .number(0)]
    case .waiting, .fault: [.empty, .empty, .empty]
    }
  }

  /// As nbgrader writes moments: `2026-11-20 22:59:00`, in UTC.
  private static func moment(_ seconds: Int?) -> CSVCell {
    guard let seconds else { return .empty }
    return .text(String(Moment.text(seconds).map { $0 == "T" ? " " : $0 }.filter { $0 != "Z" }))
  }

  /// First and last name: `Last, First`, or else the last word is the last name.
  private static func names(_ student: Student) -> (first: String, last: String) {
    let parts = student.name.split(separator: ",", maxSplits: 1).map { CSVTable.trimmed(String($0)) }
    if parts.count == 2 { return (parts[1], parts[0]) }
    let words = student.name.split(separator: " ")
    return (words.dropLast().joined(separator: " "), words.last.map(String.init) ?? "")
  }
}
