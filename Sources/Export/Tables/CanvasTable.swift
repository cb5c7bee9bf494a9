package import CSV
internal import Course
package import Gradebook

/// A class in the form in which Canvas takes in grades: the columns that identify students as Canvas itself exported them.
///
/// Source: Canvas, gradebook export and import in CSV.
package struct CanvasTable: Sendable {
  /// The columns that identify a student, in Canvas's order.
  private static let identity = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]

  /// The table to be imported.
  package let text: CSVText
  /// The students of the gradebook whom Canvas's export does not name; they stand in no row.
  package let unknown: [Student]

  /// Joins grades with a gradebook that was exported from Canvas.
  ///
  /// A student is who has the identifier, or the address of mail, as `SIS User ID`, `SIS Login ID` or `ID`. An exercise goes into the column
  /// that is called like it or like its title, before the number in brackets; where there is none, Canvas will make one.
  ///
  /// - Throws: ``CSVTable/Failure`` when the export lacks a column.
  package init(_ record: ClassRecord, joining export: CSVTable) throws(CSVTable.Failure) {
    var places: [Int] = []
    for name in Self.identity {
      guard let place = export.columns.firstIndex(of: name) else {
        throw CSVTable.Failure(
          line: 1, description: "there is no column '\(name)'. Export the gradebook in Canvas and give it as it comes")
      }
      places.append(place)
    }
    let titles = record.exercises.map { exercise in
      export.columns.first { Self.isColumn($0, of: exercise) } ?? exercise.title
    }
    var table = CSVText(columns: Self.identity + titles)
    table.add(
      [.literal("    Points Possible")] + Self.identity.dropFirst().map { _ in .empty }
        + record.exercises.indices.map { index in
          .literal(Self.hundredths(record.entries.first?.grades[index].possible ?? record.exercises[index].points))
        })
    var students: [String: ClassRecord.Entry] = [:]
    for entry in record.entries {
      for name in [entry.student.id, entry.student.email] where !name.isEmpty { students[name.lowercased()] = entry }
    }
    var found: Set<String> = []
    for row in export.rows {
      let cells = places.map { row.cells.indices.contains($0) ? row.cells[$0] : "" }
      let names = [cells[2], cells[3], cells[1]].map { CSVTable.trimmed($0).lowercased() }
      guard let entry = names.lazy.compactMap({ students[$0] }).first else { continue }
      found.insert(entry.student.id)
      table.add(
        cells.map { .text($0) }
          + entry.grades.map { $0.state == .graded ? .literal(Self.hundredths($0.points)) : .empty })
    }
    text = table
    unknown = record.entries.map(\.student).filter { !found.contains($0.id) }
  }

  /// Whether a column is called like an exercise: `bptt (4711)`.
  private static func isColumn(_ column: String, of exercise: GradedExercise) -> Bool {
    guard let bracket = column.lastIndex(of: "("), column.hasSuffix(")"),
      column[bracket...].dropFirst().dropLast().allSatisfy(\.isNumber)
    else { return false }
    let name = CSVTable.trimmed(String(column[..<bracket])).lowercased()
    return name == exercise.id.rawValue || name == exercise.title.lowercased()
  }

  /// A number with two decimals, as Canvas writes it.
  private static func hundredths(_ points: Double) -> String {
    let all = Int((points * 100).rounded())
    return (all < 0 ? "-" : "") + "\(abs(all) / 100)." + String("\(100 + abs(all) % 100)".dropFirst())
  }
}
