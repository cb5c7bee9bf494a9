import Course
import Testing

@Suite struct `Names` {
  @Test(arguments: ["bptt", "lstm-gates", "a", "2d-rnn", "x2", String(repeating: "a", count: 64)])
  func `of lowercase letters, digits and hyphens are taken`(text: String) throws {
    #expect(try ExerciseID(text).rawValue == text)
    #expect(try LessonID(text).rawValue == text)
    #expect(ExerciseID(rawValue: text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "-a", "a-", "a--b", "BPTT", "a_b", "a b", "a/b", "../a", "é", "a\n", "a\0", "a.md",
    String(repeating: "a", count: 65), String(repeating: "a", count: 100_000),
  ])
  func `of other characters are refused`(text: String) throws {
    #expect(ExerciseID(rawValue: text) == nil)
    #expect(LessonID(rawValue: text) == nil)
    let error = try #require(throws: CourseError.self) { try ExerciseID(text) }
    #expect(error.description.utf8.count < 300)
    #expect(!error.description.contains("\0"))
  }

  @Test(arguments: [("BPTT", "bptt"), ("lstm_gates", "lstm-gates"), (" Gru Gates ", "gru-gates"), ("a.md", "a-md")])
  func `that are refused come with the name that was meant`(text: String, meant: String) throws {
    let error = try #require(throws: CourseError.self) { try LessonID(text) }
    #expect(error.problems[0].mend.contains("'\(meant)'"))
    #expect(error.problems[0].message.contains("a lesson"))
  }

  @Test func `of topics carry their order in front`() throws {
    let topic = try #require(Topic(folder: "03-long-term"))
    #expect(topic.order == 3 && topic.name == "long-term" && topic.folder == "03-long-term")
    let later = try #require(Topic(folder: "10-bias"))
    #expect(topic < later)
    for folder in ["recurrent", "03", "03-", "-a", "03-A", "3a-b", "03_a", "99999999999999999999-a", "٣-a"] {
      #expect(Topic(folder: folder) == nil, "\(folder)")
    }
  }
}

@Suite struct `Spelling mistakes` {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("bptt", "bptt", 0), ("bppt", "bptt", 1), ("bttp", "bptt", 2),
    ("btpt", "bptt", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("é", "e", 1),
  ])
  func `distance counts edits and swaps`(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test(arguments: [
    ("btpt", "bptt"), ("lstm-gate", "lstm-gates"), ("lstmgates", "lstm-gates"), ("glove", "glove-loss"),
    ("gru-gates", "gru-gates"), ("tree", nil), ("", nil), ("xyz", nil),
  ])
  func `nearest name is found or none`(text: String, nearest: String?) {
    let names = ["bptt", "lstm-gates", "gru-gates", "glove-loss"]
    #expect(Spelling.nearest(to: text, among: names) == nearest)
  }

  @Test(arguments: [
    ("gru", "Did you mean 'read gru-backward', 'read gru-conventions' or 'read gru-gates'?"),
    ("gru-gate", "Did you mean 'read gru-gates'?"), ("btpt", "Did you mean 'read bptt'?"), ("xyz", nil),
  ])
  func `a beginning of several names suggests them all`(text: String, suggestion: String?) {
    let names = ["gru-gates", "bptt", "gru-backward", "gru-conventions", "lstm-gates"]
    #expect(Spelling.suggestion(for: text, among: names) { "read \($0)" } == suggestion)
  }
}

@Suite struct `Verdicts` {
  @Test func `have the statuses that are stored`() {
    let words = [
      "passed", "failed", "not-implemented", "compile-error", "signature-changed", "crashed", "timed-out",
      "out-of-memory", "output-limit", "protocol-error", "not-gradable",
    ]
    #expect(Status.allCases.map(\.rawValue) == words)
    #expect(Status.allCases.filter { !$0.isGrade } == [.notGradable])
    #expect(Diagnostic.Severity.allCases.map(\.rawValue) == ["error", "warning", "note"])
  }

  @Test func `give points`() throws {
    let verdict = Verdict(
      exercise: try ExerciseID("a"), status: .failed, score: 7.5, maxScore: 10, seed: 1, sandbox: "bubblewrap")
    #expect(verdict.points.description == "7.5 / 10")
    #expect(verdict.points.fraction == 0.75)
    #expect((verdict.points + Points(earned: 1.0 / 3, possible: 1)).description == "7.83 / 11")
    #expect(Points.none.fraction == 0)
    #expect(Points(earned: .nan, possible: .infinity).description == "nan / inf")
  }
}

@Suite struct `Links within a course` {
  @Test func `are told from others`() throws {
    let bptt = try ExerciseID("bptt")
    let sums = try LessonID("sums")
    #expect(CourseReference("exercise:bptt") == .exercise(bptt, section: nil))
    #expect(CourseReference("exercise:bptt#hints") == .exercise(bptt, section: "hints"))
    #expect(CourseReference("lesson:sums#a") == .lesson(sums, section: "a"))
    #expect(CourseReference("lesson:sums#") == .lesson(sums, section: ""))
    #expect(CourseReference("#a-b") == .section("a-b"))
    for destination in ["exercise:", "exercise:BPTT", "lesson:a/b", "lesson:#a", "exercise: bptt"] {
      #expect(CourseReference(destination) == .malformed, "\(destination)")
    }
    for destination in ["", "https://a.b/#c", "sums.md", "mailto:a@b.c", "lessons:a"] {
      #expect(CourseReference(destination) == nil, "\(destination)")
    }
  }
}
