import Files
import Foundation
import SQLite
import Testing

@Suite(.serialized, .needsGrading) struct `A hidden check` {
  private static let name = "m = sum_i x_i / n"

  /// A submission that tells its inputs in every way that it has.
  private static let teller = """
    import LinearAlgebra

    func mean(_ x: Vector) -> Double {
      fatalError("betrayed \\(x)")
    }

    // This might be what the program was asked before.
    func centred(_ x: Vector) -> Vector {
      print("betrayed", x)
      return x.map { _ in 87654.5 }
    }
    """

  @Test func `tells neither its cases nor the seed, in no export and on no student's page`() throws {
    let room = try ClassFolder()
    try room.write(Self.teller, "submissions/ann/mean.swift")
    // What does not compile has no checks, and a seed all the same.
    try room.write("func mean(", "submissions/bo/mean.swift")
    try room.grade("class.db")
    try room.write("hidden: [\"\(Self.name)\"]\n", "hidden.yaml")
    let database = try Database(path: room.file("class.db"))
    let seeds = try database.rows("SELECT seed FROM verdict").compactMap { $0[0].int }
    #expect(seeds.count == 2)
    let told = try #require(try database.value("SELECT message FROM check_result WHERE position = 0").string)
    let printed = try #require(try database.value("SELECT max(output) FROM verdict").string)
    #expect(printed.contains("betrayed"))
    #expect(told.contains("crashed"))
    func everything(_ policy: [String]) throws -> String {
      var texts: [String] = []
      for format in ["grades", "totals", "checks", "nbgrader", "junit", "sarif"] {
        let process = try room.start(["export", format, "--gradebook", room.file("class.db")] + policy, to: "export")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        texts.append(try Files.text(room.file("export.out")))
      }
      let report = room.file("report-\(policy.count)")
      let process = try room.start(
        ["report", "--gradebook", room.file("class.db"), "--output", report] + policy, to: "report")
      process.waitUntilExit()
      for student in ["ann", "bo"] { texts.append(try Files.text("\(report)/students/\(student).html")) }
      for name in try Files.list(report) where name.hasSuffix(".csv") {
        texts.append(try Files.text("\(report)/\(name)"))
      }
      return texts.joined(separator: "\n")
    }
    let secrets = seeds.map(String.init) + ["betrayed", "the program crashed", "87654.5"]
    let open = try everything([])
    for secret in secrets { #expect(open.contains(secret), "\(secret)") }
    let closed = try everything(["--policy", room.file("hidden.yaml")])
    for secret in secrets { #expect(!closed.contains(secret), "\(secret)") }
    #expect(closed.contains("A hidden check"))
    // What it found of the other check is told as ever.
    #expect(closed.contains("centred"))
  }
}
