import Files
import Foundation
import Testing

@Suite(.serialized, .needsGrading) struct `The report of a class` {
  @Test func `is written from a gradebook, and leads to lessons that are there`() throws {
    let room = try ClassFolder()
    try room.fill(3)
    try room.grade("class.db")
    let outcome = try room.run("report", "--gradebook", room.file("class.db"), "--output", room.file("report"))
    #expect(outcome.code == 0, "\(outcome.errors)")
    let students = try Files.list(room.file("report/students"))
    #expect(students == ["s1.html", "s2.html", "s3.html"])
    let page = try Files.text(room.file("report/students/s2.html"))
    #expect(page.contains("<h1>s2</h1>"))
    let links = page.matches(of: /href="([^"#]+)(#[^"]*)?"/).map { String($0.output.1) }
    #expect(!links.isEmpty)
    for link in links { #expect(Files.exists(room.file("report/students/\(link)")), "\(link)") }
    let table = try Files.text(room.file("report/totals.csv"))
    #expect(try room.run("export", "totals", "--gradebook", room.file("class.db")).output == table)
    // A second time nothing is written anew; what somebody else left there stays.
    try Files.write("mine", to: room.file("report/notes.txt"))
    let again = try room.run("report", "--gradebook", room.file("class.db"), "--output", room.file("report"))
    #expect(again.output.contains(": 0 files written"))
    #expect(Files.exists(room.file("report/notes.txt")))
  }

  @Test func `needs a folder, and an address that is one`() throws {
    let room = try ClassFolder()
    try room.fill(1)
    try room.grade("class.db")
    #expect(try room.run("report", "--gradebook", room.file("class.db")).code == 2)
    let outcome = try room.run(
      "report", "--gradebook", room.file("class.db"), "--output", room.file("r"), "--site", "javascript:alert(1)")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("is an address such as"))
  }
}
