internal import CSV
internal import Export
internal import Files
internal import Gradebook

extension Gradus {
  /// `gradus export`: a gradebook in other forms.
  var export: Command {
    Command(
      name: "export", summary: "Writes a gradebook as a table.", positional: ["FORMAT"],
      options: [.gradebook, .policy, .valued("output", "F", "write to this file (default: standard output)")],
      discussion: """
        FORMAT is grades, a row for each student and exercise; totals, a row for each student; or checks, a row for each check. The same
        gradebook and policy give the same bytes, however and in what order it was graded.
        """,
      example: "gradus export totals --gradebook class.db --output totals.csv"
    ) { arguments, console in
      try runExport(arguments, console)
    }
  }

  private static var exportFormats: [String] { ["grades", "totals", "checks"] }

  private func runExport(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    guard let format = arguments.positional.first, Self.exportFormats.contains(format) else {
      throw UsageError("say in which form: gradus export \(Self.exportFormats.joined(separator: "|")).")
    }
    let room = try ClassRoom(self, arguments)
    let gradebook = try room.gradebook(.read)
    let record = try gradebook.record(room.policy)
    let table: CSVText
    switch format {
    case "totals": table = ClassTables.totals(record)
    case "checks": table = try ClassTables.checks(record, gradebook)
    default: table = ClassTables.grades(record)
    }
    guard let output = arguments["output"] else {
      console.write(table.text)
      return .passed
    }
    do {
      try Files.replace(Array(table.text.utf8), at: output)
    } catch {
      throw UsageError("\(error)")
    }
    return .passed
  }
}
