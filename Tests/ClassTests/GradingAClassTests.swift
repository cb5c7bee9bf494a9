import Files
import Foundation
import Glibc
import SQLite
import Testing

@Suite(.serialized, .needsGrading) struct `Grading a class` {
  @Test func `writes down who got what, and lists what was no work`() throws {
    let room = try ClassFolder()
    try room.handIn("right", for: "mean", by: "ann")
    try room.handIn("factor-missing", for: "variance-gradient", by: "bo")
    try room.write("func mean(", "submissions/bo/mean.swift")
    try room.handIn("right", for: "mean", by: "stranger")
    try room.write("id,name,section\nann,Ann,A\nbo,\"=HYPERLINK(1)\",B\ncy,Cy,B\n", "roster.csv")
    let outcome = try room.grade("class.db", "--roster", room.file("roster.csv"))
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("missing    cy: nothing was handed in"))
    #expect(outcome.output.contains("unmatched  stranger: nobody on the roster is called so"))
    #expect(outcome.errors.contains("graded 3 of 3"))
    let lines = try room.run("export", "grades", "--gradebook", room.file("class.db")).output
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let columns = Dictionary(uniqueKeysWithValues: lines[0].enumerated().map { ($1, $0) })
    func cells(_ names: String...) throws -> [String] {
      try lines.dropFirst().map { line in
        try names.map { name in line[try #require(columns[name])] }.joined(separator: " ")
      }
    }
    #expect(
      try cells("student", "exercise", "status", "points", "misconceptions") == [
        "ann mean passed 5 ", "ann variance-gradient   ", "bo mean compile-error 0 ",
        "bo variance-gradient failed 2 factor-two-missing", "cy mean   ", "cy variance-gradient   ",
      ])
    #expect(try cells("name")[2] == "'=HYPERLINK(1)")
    // Everybody's cases are their own.
    #expect(Set(try cells("seed")).count == 4)
  }

  @Test func `takes what was graded before from the gradebook, and the rest anew`() throws {
    let room = try ClassFolder()
    try room.fill(2)
    #expect(try room.grade("class.db").output.contains("graded 4 in"))
    let before = try room.exported("class.db")
    #expect(try room.grade("class.db").output.contains("graded 0"))
    #expect(try room.exported("class.db") == before)
    // A second attempt is graded, and the first one stays and counts if it was better.
    try room.handIn("factor-missing", for: "variance-gradient", by: "s2", remark: "new")
    try room.write("exercises:\n  variance-gradient:\n    attempt: last\n", "last.yaml")
    #expect(try room.grade("class.db").output.contains("graded 1 in"))
    #expect(try Database(path: room.file("class.db")).value("SELECT count(*) FROM attempt").int == 5)
    let last = try room.run(
      "export", "totals", "--gradebook", room.file("class.db"), "--policy", room.file("last.yaml"))
    #expect(last.code == 0, "\(last.errors)")
    #expect(last.output.contains("s2,,,,2,2,5"))
  }

  @Test func `gives the same bytes with one worker and with several`() throws {
    let room = try ClassFolder()
    try room.fill(5)
    for jobs in ["1", "2", "5"] { try room.grade("jobs-\(jobs).db", "--jobs", jobs) }
    let alone = try room.exported("jobs-1.db")
    #expect(alone.contains("s5,mean,"))
    for jobs in ["2", "5"] { #expect(try room.exported("jobs-\(jobs).db") == alone) }
  }

  @Test func `gives the same bytes where the machine has twice as much to do as it has processors`() throws {
    let room = try ClassFolder()
    try room.fill(4)
    try room.grade("quiet.db", "--jobs", "1")
    let quiet = try room.exported("quiet.db")
    let load = try (0..<2 * ProcessInfo.processInfo.activeProcessorCount).map { _ in
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "while :; do :; done"]
      try process.run()
      return process
    }
    defer { for process in load { kill(process.processIdentifier, SIGKILL) } }
    let outcome = try room.grade("loaded.db")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try room.exported("loaded.db") == quiet)
    #expect(load.filter(\.isRunning).count == load.count)
  }

  /// Killed twenty times on its way, and then let alone.
  @Test func `goes on after every kill, and ends as if nothing had been`() throws {
    let room = try ClassFolder()
    try room.fill(8)
    try room.grade("whole.db")
    let expected = try room.exported("whole.db")
    let count = try Database(path: room.file("whole.db")).value("SELECT count(*) FROM verdict").int
    #expect(count == 16)
    // Different moments each time, and the same ones for the same seed.
    var state: UInt64 = 20_261_121
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    // What is compiled by a run that is killed is removed by the next.
    let temporary = room.file("temporary")
    try Files.makeFolder(temporary)
    var (kills, round) = (0, 0)
    while kills < 20 {
      round += 1
      let name = "killed-\(round).db"
      var isDone = false
      while !isDone {
        let process = try room.start(
          ["grade", "../submissions", "--gradebook", room.file(name)], environment: ["TMPDIR": temporary], to: "killed")
        let delay = kills < 20 ? 0.02 + draw() * draw() * 1.5 : 1e6
        let end = Date().addingTimeInterval(delay)
        while process.isRunning && Date() < end { usleep(2000) }
        if process.isRunning {
          kill(process.processIdentifier, SIGKILL)
          kills += 1
        }
        process.waitUntilExit()
        isDone = process.terminationReason == .exit
        let errors = try Files.text(room.file("killed.err"))
        if isDone { #expect(process.terminationStatus == 0, "\(errors)") }
      }
      #expect(try Files.list(temporary) == [])
      #expect(try room.exported(name) == expected, "round \(round), after \(kills) kills")
      let database = try Database(path: room.file(name))
      #expect(try database.value("SELECT count(*) FROM verdict").int == count)
      #expect(try database.value("SELECT count(*) FROM attempt").int == count)
      #expect(try database.damage().isEmpty)
    }
  }

  @Test func `makes no grade of a fault, and grades it when asked to`() throws {
    let room = try ClassFolder()
    try room.fill(1)
    // Nothing can be compiled where there is no place for it.
    let broken = ["TMPDIR": room.file("nowhere")]
    let outcome = try room.grade("class.db", environment: broken)
    #expect(outcome.code == 3, "\(outcome.errors)")
    #expect(outcome.output.contains("2 could not be graded, which is no grade"))
    #expect(try room.exported("class.db").contains("s1,,,,mean,fault,,,5,1"))
    // Not tried again by itself.
    #expect(try room.grade("class.db").output.contains("graded 0"))
    #expect(try room.grade("class.db").code == 3)
    let retried = try room.grade("class.db", "--retry-faults")
    #expect(retried.code == 0)
    #expect(retried.output.contains("graded 2 in"))
    let after = try room.exported("class.db")
    #expect(after.contains("s1,,,,mean,graded,passed,5,5,1"))
    // A fault that comes later takes nothing away.
    try room.write("seed: 5\n", "other.yaml")
    #expect(try room.grade("class.db", "--policy", room.file("other.yaml"), environment: broken).code == 3)
    #expect(try room.exported("class.db").contains("s1,,,,mean,graded,passed,5,5,1"))
  }

  @Test func `lets one program at a time grade into a gradebook`() throws {
    let room = try ClassFolder()
    try room.fill(1)
    let lock = try FileLock(room.file("class.db.lock"))
    let outcome = try room.grade("class.db")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("another gradus is grading into it"))
    withExtendedLifetime(lock) {}
  }

  @Test(
    arguments: [
      (["grade"], "--gradebook FILE"),
      (["grade", "../none", "--gradebook", "x.db"], "there is no ../none"),
      (["grade", "--gradebook", "x.db"], "there is no gradebook x.db"),
      (["grade", "../submissions", "--gradebook", "no/x.db"], "is no folder"),
      (["grade", "../submissions", "--gradebook", "x.db", "--received", "now"], "is a moment such as"),
      (["grade", "../submissions", "--gradebook", "x.db", "--exercise", "maen"], "Did you mean 'mean'?"),
      (["grade", "../submissions", "--gradebook", "x.db", "--roster", "none.csv"], "roster cannot be read"),
      (["export", "grades", "--gradebook", "none.db"], "there is no gradebook none.db"),
      (["export", "xls", "--gradebook", "none.db"], "say in which form"),
    ])
  func `says what is wrong with a command line`(words: [String], message: String) throws {
    let room = try ClassFolder()
    let process = try room.start(words, to: "run")
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let errors = try Files.text(room.file("run.err"))
    #expect(errors.contains(message), "\(errors)")
  }
}
