import Course
import Files
import Gradebook
import Testing

@Suite struct `Policies` {
  private static let day = 86_400
  private static let due = 1_000_000

  private func exercise(_ name: String = "mean", points: Double = 5) throws -> GradedExercise {
    GradedExercise(
      id: try ExerciseID(name), title: "", lesson: "", points: points, graderKey: "k", graderVersion: "v")
  }

  private func attempt(
    _ id: Int, at time: Int?, score: Double?, late: Bool = false, fault: String? = nil
  ) throws -> Attempt {
    Attempt(
      id: id, student: "s", exercise: try ExerciseID("mean"), submission: "\(id)", firstTime: time, lastTime: time,
      isMarkedLate: late,
      outcome: score.map { Attempt.Outcome(verdict: id, status: $0 == 5 ? .passed : .failed, score: $0, maximum: 5) },
      fault: fault)
  }

  private func policy(_ change: (inout GradingPolicy.Rule) -> Void = { _ in }) -> GradingPolicy {
    var policy = GradingPolicy()
    policy.general.due = Self.due
    policy.general.grace = 900
    policy.general.penaltyPerDay = 0.1
    policy.general.cutOffDays = 3
    change(&policy.general)
    return policy
  }

  /// Worked out by hand: a tenth of what was earned for each day begun, nothing after three.
  @Test(
    arguments: [
      (-1, 0, 5.0), (0, 0, 5.0), (900, 0, 5.0), (901, 1, 4.5), (day, 1, 4.5), (day + 1, 2, 4.0), (3 * day, 3, 3.5),
      (3 * day + 1, 4, 0.0),
    ])
  func `take off a share for each day begun, after a time of grace`(after: Int, days: Int, points: Double) throws {
    let grade = policy().grade(try exercise(), of: "s", [try attempt(1, at: Self.due + after, score: 5)])
    #expect(grade.state == .graded)
    #expect(grade.daysLate == days)
    #expect(grade.points == points)
    #expect(grade.isCutOff == (days > 3))
  }

  @Test func `give extensions, in days or to a moment, for one exercise or for all`() throws {
    var policy = policy()
    let mean = try ExerciseID("mean")
    policy.extensions = [
      "a": ["": .days(2)], "b": ["mean": .until(Self.due + 10)], "c": ["mean": .days(1), "": .days(9)],
      "d": ["other": .days(9)], "e": ["mean": .until(5)],
    ]
    #expect(policy.due(mean, for: "a") == Self.due + 2 * Self.day)
    #expect(policy.due(mean, for: "b") == Self.due + 10)
    #expect(policy.due(mean, for: "c") == Self.due + Self.day)
    #expect(policy.due(mean, for: "d") == Self.due)
    #expect(policy.due(mean, for: "e") == Self.due)
  }

  @Test func `let the best or the last attempt count`() throws {
    let attempts = [
      try attempt(1, at: 10, score: 2), try attempt(2, at: 30, score: 5), try attempt(3, at: 20, score: 5),
      try attempt(4, at: 40, score: 1),
    ]
    #expect(policy().grade(try exercise(), of: "s", attempts).attempt?.id == 2)
    let last = policy { $0.attempt = .last }
    #expect(last.grade(try exercise(), of: "s", attempts).attempt?.id == 4)
  }

  @Test func `prefer what came in time to what came after the end`() throws {
    let attempts = [try attempt(1, at: 10, score: 2), try attempt(2, at: Self.due + 9 * Self.day, score: 5)]
    for choice in GradingPolicy.Choice.allCases {
      let grade = policy { $0.attempt = choice }.grade(try exercise(), of: "s", attempts)
      #expect(grade.attempt?.id == 1)
      #expect(grade.points == 2)
    }
  }

  @Test func `never make a grade of a fault, and never let one take the place of a grade`() throws {
    let grade = policy { $0.attempt = .last }.grade(
      try exercise(), of: "s", [try attempt(1, at: 10, score: 3), try attempt(2, at: 20, score: nil, fault: "broken")])
    #expect(grade.state == .graded)
    #expect(grade.points == 3)
    #expect(grade.hasFault)
    let alone = policy().grade(try exercise(), of: "s", [try attempt(2, at: 20, score: nil, fault: "broken")])
    #expect(alone.state == .fault)
    #expect(alone.points == 0)
    #expect(policy().grade(try exercise(), of: "s", [try attempt(2, at: 20, score: nil)]).state == .waiting)
    #expect(policy().grade(try exercise(), of: "s", []).state == .missing)
  }

  @Test func `count a day where only a mark says that work was late, and points as they are worth`() throws {
    let grade = policy { $0.points = 20 }.grade(
      try exercise(), of: "s", [try attempt(1, at: nil, score: 4, late: true)])
    #expect(grade.daysLate == 1)
    #expect(grade.earned == 16)
    #expect(grade.points == 14.4)
    #expect(grade.possible == 20)
  }

  @Test func `give every student a seed, the same each time`() throws {
    let mean = try ExerciseID("mean")
    var policy = GradingPolicy()
    #expect(policy.seed(for: "a", mean) == policy.seed(for: "a", mean))
    #expect(policy.seed(for: "a", mean) != policy.seed(for: "b", mean))
    #expect(policy.seed(for: "a", mean) != policy.seed(for: "a", try ExerciseID("variance-gradient")))
    #expect(policy.seed(for: "a", mean) < 1 << 48)
    let first = policy.seed(for: "a", mean)
    policy.seed = 2
    #expect(policy.seed(for: "a", mean) != first)
    policy.variants = .same
    #expect(policy.seed(for: "a", mean) == 2)
  }
}

@Suite struct `Files of policies` {
  private func load(_ text: String) throws -> GradingPolicy {
    let folder = try Files.makeTemporaryFolder("gradus-tests")
    defer { Files.remove(folder) }
    try Files.makeFolder("\(folder)/exercises/01-start")
    for name in ["mean", "bptt"] { try Files.write("x", to: "\(folder)/exercises/01-start/\(name).swift") }
    try Files.write(text, to: "\(folder)/grading.yaml")
    return try GradingPolicy.load(CourseLayout(root: folder))
  }

  @Test func `say what holds for all, for one exercise and for one student`() throws {
    let policy = try load(
      """
      seed: 7
      variants: same
      attempt: last
      grace-minutes: 15
      penalty-per-day: 20
      exercises:
        bptt:
          due: 2026-11-20 23:59
          points: 40
          weight: 2
          cut-off-days: 5
          attempt: best
          hidden: ["the long case"]
        mean: {}
      extensions:
        s1: 3
        s2:
          bptt: 2026-11-27 23:59
      """)
    let (bptt, mean) = (try ExerciseID("bptt"), try ExerciseID("mean"))
    #expect(policy.seed == 7)
    #expect(policy.variants == .same)
    let rule = policy.rule(for: bptt)
    #expect(rule.due == 1_795_219_140)
    #expect(rule.points == 40)
    #expect(rule.weight == 2)
    #expect(rule.cutOffDays == 5)
    #expect(rule.attempt == .best)
    #expect(rule.grace == 900)
    #expect(rule.penaltyPerDay == 0.2)
    #expect(rule.hidden == ["the long case"])
    #expect(policy.rule(for: mean).attempt == .last)
    #expect(policy.rules.keys.sorted() == [bptt, mean])
    #expect(policy.due(bptt, for: "s1") == 1_795_219_140 + 3 * 86_400)
    #expect(policy.due(bptt, for: "s2") == 1_795_219_140 + 7 * 86_400)
  }

  @Test(
    arguments: [
      ("penalty-per-dy: 3", 1, "there is no setting 'penalty-per-dy'"),
      ("seed: x", 1, "'seed' is no whole number from 0 to 2^48"),
      ("due: tomorrow", 1, "'due' is no moment"),
      ("attempt: first", 1, "'attempt' is best or last"),
      ("penalty-per-day: 101", 1, "'penalty-per-day' is no number from 0 on in percent"),
      ("weight: -1", 1, "'weight' is no number from 0 on"),
      ("\nexercises:\n  bppt:\n    weight: 1", 3, "there is no exercise 'bppt'"),
      ("exercises:\n  bptt:\n    colour: red", 3, "there is no setting 'colour'"),
      ("extensions:\n  s1: soon", 2, "the extension of 's1' is neither a number of days nor a moment"),
      ("variants: maybe", 1, "'variants' is per-student or same"),
      ("hidden: x", 1, "'hidden' is no list of names of checks"),
    ])
  func `are refused by file and line`(text: String, line: Int, message: String) throws {
    let error = try #require(throws: CourseError.self) { try load(text) }
    #expect(error.problems.map(\.message) == [message])
    #expect(error.problems.first?.line == line)
    #expect(error.problems.first?.file == "grading.yaml")
  }

  @Test func `need not be there`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-tests")
    defer { Files.remove(folder) }
    #expect(try GradingPolicy.load(CourseLayout(root: folder)) == GradingPolicy())
  }
}
