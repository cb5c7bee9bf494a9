import Files
import Foundation
import Testing

/// The hostile cases of reports, each a roster of Tests/Fixtures/hostile/reports.
@Suite(.serialized, .needsGrading) struct `A hostile roster` {
  private static let folder = "\(ClassFolder.home)/Tests/Fixtures/hostile/reports"

  /// A class of which nobody has handed in anything but one, with reports in `out/report`.
  private func room(_ roster: String) throws -> ClassFolder {
    let room = try ClassFolder()
    try Files.makeFolder(room.file("out"))
    let outcome = try room.grade("class.db", "--roster", "\(Self.folder)/\(roster)")
    #expect(outcome.code == 1, "\(outcome.errors)")
    let report = try room.run("report", "--gradebook", room.file("class.db"), "--output", room.file("out/report"))
    #expect(report.code == 0, "\(report.errors)")
    return room
  }

  @Test func `runs nothing in a spreadsheet, and spoils no number`() throws {
    let room = try room("42-cells.csv")
    for format in ["grades", "totals", "checks", "nbgrader"] {
      let outcome = try room.run(
        "export", format, "--gradebook", room.file("class.db"), "--output", room.file("out/report/e-\(format).csv"))
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    // Read as Python reads CSV: a cell may begin like a formula only if it is a number.
    let look = """
      import csv, glob, sys
      names = set()
      for path in sorted(glob.glob(sys.argv[1] + '/*.csv')):
        with open(path, newline='', encoding='utf-8') as file:
          rows = list(csv.reader(file))
        for row in rows:
          if len(row) != len(rows[0]): print('a row of another length', path, row)
          for cell in row:
            names.add(cell)
            if cell[:1] in ('=', '+', '-', '@', '\\t', '\\r', '\\n', '\\uff1d'):
              try: float(cell)
              except ValueError: print('a formula', path, repr(cell))
      for name in ("'=1+1", "'+1", "'-1", "'@a"):
        if name not in names: print('lost', name)
      """
    #expect(try Self.python(look, room.file("out/report")) == "")
    let page = try Files.text(room.file("out/report/index.html"))
    #expect(page.contains("=HYPERLINK("))
    #expect(!page.contains("<script"))
  }

  @Test func `leads to no place outside the report, and gives everybody a page`() throws {
    let room = try room("43-identifiers.csv")
    let copies = try room.run("export", "copies", "--gradebook", room.file("class.db"), "--output", room.file("out/c"))
    #expect(copies.code == 0, "\(copies.errors)")
    let students = try Files.list(room.file("out/report/students"))
    #expect(students.count == 18)
    #expect(students.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_.\-]*\.html/) != nil }, "\(students)")
    #expect(Set(try Files.list(room.file("out"))).isSubset(of: ["report", "c"]))
    #expect(try !Files.list(room.path).contains { $0.hasPrefix("x") })
    // Every link of the class page to a student leads to one of these pages.
    let page = try Files.text(room.file("out/report/index.html"))
    let links = page.matches(of: /href="students\/([^"]*)"/).map { String($0.output.1) }
    #expect(Set(links.map { $0.removingPercentEncoding ?? $0 }) == Set(students))
  }

  private static func python(_ program: String, _ argument: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, argument]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
