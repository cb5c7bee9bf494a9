import Files
import Foundation
import JSON
import Testing

@Suite(.serialized, .needsGrading) struct `Whose grade would move` {
  /// Right but for about every sixteenth input, so that it depends on the seed whether it passes.
  private static let lucky = """
    import LinearAlgebra

    func mean(_ x: Vector) -> Double {
      let m = x.sum / Double(x.count)
      return Int((m * 1000).rounded()) % 16 == 5 ? m + 1 : m
    }

    func centred(_ x: Vector) -> Vector {
      let m = x.sum / Double(x.count)
      return x.map { $0 - m }
    }
    """

  private func totals(_ room: ClassFolder, _ gradebook: String) throws -> [String: String] {
    let output = try room.run("export", "totals", "--gradebook", room.file(gradebook)).output
    let lines = output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0[0]), String($0[4])) })
  }

  @Test func `with other cases, is told by name and check, and nothing is changed`() throws {
    let room = try ClassFolder()
    for number in 1...8 { try room.write(Self.lucky + "// \(number)\n", "submissions/s\(number)/mean.swift") }
    try room.write("seed: 2\n", "two.yaml")
    try room.grade("one.db")
    try room.grade("two.db", "--policy", room.file("two.yaml"))
    let (one, two) = (try totals(room, "one.db"), try totals(room, "two.db"))
    let differing = one.keys.filter { one[$0] != two[$0] }.sorted()
    #expect(!differing.isEmpty && differing.count < 8, "the fixture should depend on the seed: \(differing)")
    let before = try room.exported("one.db")
    let outcome = try room.run(
      "regrade", "--what-if", "--gradebook", room.file("one.db"), "--seed", "2", "--format", "json")
    #expect(outcome.code == 1, "\(outcome.errors)")
    guard case .array(let moves)? = try JSONValue.parse(outcome.output)["moves"] else {
      Issue.record("\(outcome.output)")
      return
    }
    #expect(moves.map { $0["student"] } == differing.map { .string($0) })
    for move in moves {
      guard case .array(let checks)? = move["checks"] else { continue }
      #expect(checks.map { $0["name"] } == ["m = sum_i x_i / n"])
    }
    #expect(try room.exported("one.db") == before)
    // Asked again, it takes what it has graded.
    let again = try room.run("regrade", "--what-if", "--gradebook", room.file("one.db"), "--seed", "2")
    #expect(again.errors == "")
    #expect(again.output.contains("\(differing.count) of 8 grades would move"))
    #expect(try room.run("regrade", "--what-if", "--gradebook", room.file("one.db")).code == 0)
    // What-if came true, and cost nothing more.
    let taken = try room.run("grade", "--gradebook", room.file("one.db"), "--policy", room.file("two.yaml"))
    #expect(taken.output.contains("graded 0"))
    #expect(try totals(room, "one.db") == two)
  }

  @Test func `with another version of the grader, is told as well`() throws {
    let room = try ClassFolder()
    try room.handIn("right", for: "mean", by: "quick")
    let slow = """
      import LinearAlgebra

      func mean(_ x: Vector) -> Double {
        // Waits for sums that cannot be left out.
        var zero = 0.0
        for step in 0..<(x.count == 1 ? 100_000_000 : 0) { zero = zero * 0.5 + Double(step & 1) }
        return x.sum / Double(x.count) + (zero < 0 ? 1 : 0)
      }

      func centred(_ x: Vector) -> Vector {
        let m = x.sum / Double(x.count)
        return x.map { $0 - m }
      }
      """
    try room.write(slow, "submissions/slow/mean.swift")
    try room.write("limits:\n  check-seconds: 60\n  file-seconds: 60\n", "course/course.yaml")
    #expect(try room.grade("class.db").code == 0)
    #expect(try totals(room, "class.db") == ["quick": "5", "slow": "5"])
    try room.write("limits:\n  check-seconds: 0.05\n", "course/course.yaml")
    let outcome = try room.run("regrade", "--what-if", "--gradebook", room.file("class.db"))
    #expect(outcome.code == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("slow  mean  5 / 5 passed -> "))
    #expect(outcome.output.contains("m = sum_i x_i / n: passed -> timed out"))
    #expect(outcome.output.contains("1 of 2 grades would move: 0 up, 1 down"))
    #expect(try totals(room, "class.db") == ["quick": "5", "slow": "5"])
  }

  @Test func `needs its switch`() throws {
    let room = try ClassFolder()
    let outcome = try room.run("regrade", "--gradebook", room.file("class.db"))
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("takes --what-if"))
  }
}
