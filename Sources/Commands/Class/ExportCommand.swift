internal import CSV
internal import Export
internal import Files
internal import Gradebook
internal import JSON

extension Gradus {
  /// `gradus export`: a gradebook in other forms.
  var export: Command {
    Command(
      name: "export", summary: "Writes a gradebook for people, programs and other systems.", positional: ["FORMAT"],
      options: [
        .gradebook, .policy, .valued("output", "F", "write to this file, or folder (default: standard output)"),
        .valued("canvas", "F", "for canvas: the gradebook as Canvas exports it, which says who is who"),
      ],
      discussion: """
        FORMAT is one of

          grades      a row for each student and exercise
          totals      a row for each student
          checks      a row for each check
          canvas      what Canvas takes in; --canvas names its own export
          nbgrader    the columns of nbgrader's export
          junit       XML, a suite for each student and exercise
          sarif       SARIF 2.1.0: what is wrong, line by line
          copies      a folder for each exercise with a folder for each student, as JPlag and MOSS read them; --output names it

        The same gradebook and policy give the same bytes, however and in what order it was graded.
        """,
      example: "gradus export totals --gradebook class.db --output totals.csv"
    ) { arguments, console in
      try runExport(arguments, console)
    }
  }

  private func runExport(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    guard let format = arguments.positional.first.flatMap(ExportFormat.init(rawValue:)) else {
      let names = ExportFormat.allCases.map(\.rawValue).joined(separator: "|")
      throw UsageError("say in which form: gradus export \(names).")
    }
    guard arguments["canvas"] == nil || format == .canvas else {
      throw UsageError("--canvas goes with the form canvas, not with \(format.rawValue).")
    }
    let room = try ClassRoom(self, arguments)
    let gradebook = try room.gradebook(.read)
    let record = try gradebook.record(room.policy)
    let text: String
    switch format {
    case .grades: text = ClassTables.grades(record, room.policy).text
    case .totals: text = ClassTables.totals(record).text
    case .checks: text = try ClassTables.checks(record, room.policy, gradebook).text
    case .nbgrader: text = NbgraderTable.table(record, room.policy).text
    case .canvas: text = try canvas(record, arguments, console)
    case .junit: text = JUnitReport.text(try ClassFiles.graded(record, room.policy, gradebook))
    case .sarif:
      let files = try ClassFiles.graded(record, room.policy, gradebook)
      text = SARIFLog.value(files, version: Gradus.version).pretty + "\n"
    case .copies:
      guard let folder = arguments["output"] else {
        throw UsageError("say where to: gradus export copies --gradebook FILE --output DIR")
      }
      let count = try ClassFiles.write(record, gradebook, to: folder)
      console.note("\(count) files in \(folder)")
      return .passed
    }
    guard let output = arguments["output"] else {
      console.write(text)
      return .passed
    }
    do {
      try Files.replace(Array(text.utf8), at: output)
    } catch {
      throw UsageError("\(error)")
    }
    return .passed
  }

  private func canvas(_ record: ClassRecord, _ arguments: Arguments, _ console: Console) throws -> String {
    guard let path = arguments["canvas"] else {
      throw UsageError("Canvas knows students by its own numbers: export its gradebook and give it with --canvas FILE.")
    }
    let table: CanvasTable
    do {
      table = try CanvasTable(record, joining: try CSVTable(try Files.text(path, isAwaited: true)))
    } catch let failure as CSVTable.Failure {
      throw UsageError("\(path):\(failure.line): \(failure.description).")
    } catch {
      throw UsageError("\(error)")
    }
    for student in table.unknown {
      console.note("gradus: \(student.id) is not in \(path), so Canvas will get no grades for them")
    }
    return table.text.text
  }
}

/// The forms in which a gradebook is written.
private enum ExportFormat: String, CaseIterable {
  case grades, totals, checks, canvas, nbgrader, junit, sarif, copies
}
