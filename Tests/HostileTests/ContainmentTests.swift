import Files
import JSON
import Terminal
import Testing

/// Every hostile file is graded by a command of its own, as a student's or an instructor's shell would start it, by the real compiler and in
/// the real sandbox.
@Suite struct `Hostile submissions are contained` {
  /// What the grader itself may take, whatever a submission does.
  private static let mostKilobytes = 150 << 10

  /// Beyond this a submission holds up the next one; most take a second.
  private static let mostSeconds = 100.0

  @Test(.needs("bubblewrap"), arguments: HostileFixture.all)
  func `by bubblewrap`(fixture: HostileFixture) throws { try holds(fixture, "bubblewrap") }

  /// Those that only make the compiler work long are graded once: what ends it is the same in both tiers.
  @Test(
    .needs("landlock"), arguments: HostileFixture.all.filter { !["07", "08", "09", "10"].contains($0.name.prefix(2)) })
  func `by Landlock`(fixture: HostileFixture) throws { try holds(fixture, "landlock") }

  private func holds(_ fixture: HostileFixture, _ sandbox: String) throws {
    let course = try HostileCourse()
    let file = try fixture.place(in: course.folder)
    let run = try course.grade(file, sandbox: sandbox, hidden: !fixture.values("Hidden").isEmpty)

    // Flat, in time, and nothing left.
    #expect(run.peakKilobytes > 0 && run.peakKilobytes < Self.mostKilobytes, "the grader took \(run.peakKilobytes) KB")
    #expect(run.seconds < Self.mostSeconds)
    #expect(try Files.list(course.temporary) == [], "temporary files are left")
    #expect(Traces.processes(knowing: course.temporary) == [], "processes are left")
    #expect(Traces.files(besides: [course.folder, course.temporary]) == [], "something was written")
    #expect(!run.output.contains(Spawned.secret) && !run.errors.contains(Spawned.secret), "a secret got out")

    if fixture.verdict == "refused" {
      #expect(run.code == 2, "\(run.errors)")
      expectWords(of: fixture, in: run.errors)
    } else {
      try expectVerdict(of: fixture, run, sandbox)
    }

    // Where nothing of the file ran, it can have left nothing.
    if ["refused", "compile-error"].contains(fixture.verdict) { return }
    // The next student's result is the same as ever.
    try Files.copy(
      "\(HostileFixture.folder)/passed/37-looks-for-traces.swift", to: "\(course.folder)/next.swift")
    let next = try course.grade("next.swift", sandbox: sandbox)
    #expect(next.code == 0, "\(next.output)\(next.errors)")
    #expect(try HostileCourse.lasting(next.output)["score"] == .integer(5))
  }

  private func expectVerdict(of fixture: HostileFixture, _ run: Spawned, _ sandbox: String) throws {
    let report = try JSONValue.parse(run.output)
    // Which of its limits stops the compiler first may depend on the machine.
    let verdicts = ([fixture.verdict] + fixture.values("Or")).map { JSONValue.string($0) }
    #expect(report["status"].map { verdicts.contains($0) } == true, "\(run.output)\(run.errors)")
    #expect(report["sandbox"] == .string(sandbox))
    #expect(run.code == (fixture.verdict == "passed" ? 0 : 1))
    expectWords(of: fixture, in: TerminalText.safe(report.texts.joined(separator: "\n")))
    for words in fixture.values("Never says") { #expect(!run.output.contains(words), "must not say '\(words)'") }
    guard case .array(let checks)? = report["checks"], !checks.isEmpty else {
      #expect(report["score"] == .integer(0))
      #expect(fixture.verdict != "passed")
      return
    }
    // Each check that is not named passes with all its points: what goes wrong in one costs no other.
    var score = 0
    for (check, (function, points)) in zip(checks, [("mean", 2), ("centred", 3)]) {
      let status = fixture.fails[function] ?? "passed"
      #expect(check["status"] == .string(status), "\(function): \(run.output)")
      #expect(check["points"] == .integer(status == "passed" ? points : 0))
      if status == "passed" { score += points }
    }
    #expect(report["score"] == .integer(score))
  }

  private func expectWords(of fixture: HostileFixture, in text: String) {
    for words in fixture.values("Says") { #expect(text.contains(words), "must say '\(words)':\n\(text)") }
    for words in fixture.values("Never says") { #expect(!text.contains(words), "must not say '\(words)':\n\(text)") }
  }
}

extension JSONValue {
  /// All texts in a value.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    default: []
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that force a tier of the sandbox.
  static func needs(_ sandbox: String) -> Self {
    let obstacle = Obstacles.text(sandbox)
    return .enabled("\(sandbox) can be had on this machine: \(obstacle ?? "yes")") { Obstacles.text(sandbox) == nil }
  }
}

/// Why submissions cannot be graded in a tier here.
private enum Obstacles {
  private static let found: [String: String] = {
    var found: [String: String] = [:]
    for sandbox in ["bubblewrap", "landlock"] {
      do {
        let course = try HostileCourse()
        try Files.copy("\(HostileFixture.folder)/passed/37-looks-for-traces.swift", to: "\(course.folder)/right.swift")
        let run = try course.grade("right.swift", sandbox: sandbox)
        if run.code == 3 { found[sandbox] = run.errors + run.output }
      } catch {
        found[sandbox] = "\(error)"
      }
    }
    return found
  }()

  static func text(_ sandbox: String) -> String? { found[sandbox] }
}
