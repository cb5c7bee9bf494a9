import Course
import Files
import Gradebook
import Reports
import Testing

@Suite struct `Reports on a class` {
  @Test(
    arguments: [
      ("s1", "students/s1.html"), ("../../x", "students/_2E._2F.._2Fx.html"), (".hidden", "students/_2Ehidden.html"),
      ("a/b", "students/a_2Fb.html"), ("a_2Fb", "students/a_5F2Fb.html"), ("", "students/__e3b0c44298fc1c14.html"),
      ("a\u{202E}b", "students/a_E2_80_AEb.html"), ("a\u{0}b", "students/a_00b.html"),
      ("-rf", "students/_2Drf.html"), ("a-b.c", "students/a-b.c.html"),
    ])
  func `give every student a page of their own below the report`(id: String, path: String) {
    #expect(PageNames.page(of: id) == path)
  }

  @Test func `keep names short, and apart where they are long`() {
    let long = String(repeating: "x", count: 300)
    let names = [long, long + "y", String(repeating: "\u{202E}", count: 300)].map(PageNames.page)
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { $0.utf8.count < 120 })
  }

  @Test func `tell a student of a hidden check no more than whether it passed`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-tests")
    defer { Files.remove(folder) }
    let book = try Gradebook(path: "\(folder)/class.db", .create)
    let id = try ExerciseID("mean")
    let exercise = GradedExercise(
      id: id, title: "Means", lesson: "means", points: 5, graderKey: "k", graderVersion: "v")
    try book.take([exercise])
    try book.take(Student(id: "a"))
    let digest = try book.take(content: [1])
    let job = Job(submission: digest, exercise: id, seed: 424_242)
    try book.take(
      HandIn(student: "a", exercise: id, submission: digest, time: nil, isMarkedLate: false, path: "p", seed: job.seed))
    var verdict = Verdict(
      exercise: id, status: .failed, score: 2, maxScore: 5, seed: job.seed, sandbox: "none", output: "the input was 17")
    let example = Counterexample(
      function: "mean", arguments: ["x = [17]"], student: "3", expected: "17", difference: nil, seed: job.seed, index: 0
    )
    verdict.checks = [
      CheckResult(name: "seen", status: .failed, points: 0, maxPoints: 2, message: "shown", counterexample: example),
      CheckResult(
        name: "the case of seventeen", status: .failed, points: 0, maxPoints: 3, message: "yours is 3, expected 17",
        counterexample: example),
    ]
    verdict.misconceptions = [
      NamedMisconception(
        id: "m", title: "Told by the hidden one", explanation: "", lesson: "means", checks: ["the case of seventeen"])
    ]
    // How it ended is known from the hidden check alone.
    verdict.status = .crashed
    verdict.checks[1].status = .crashed
    verdict.diagnostics = [Diagnostic(line: 3, column: 4, severity: .error, message: "the program crashed: saw 17")]
    try book.record(verdict, of: job, grader: try book.grader(of: exercise), seconds: 0)
    var policy = GradingPolicy()
    func page() throws -> String {
      let files = try ClassReport(
        book, policy, CourseDescription(), LessonLinks(site: "https://example.org/c/", isAbsolute: true)
      ).files()
      return String(decoding: try #require(files["students/a.html"]), as: UTF8.self)
    }
    let open = try page()
    for text in [
      "the case of seventeen", "yours is 3, expected 17", "the input was 17", "424242", "Told by the hidden one",
      "saw 17", "rashed",
    ] {
      #expect(open.contains(text), "\(text)")
    }
    #expect(open.contains("https://example.org/c/lessons/means.html"))
    policy.general.hidden = ["the case of seventeen"]
    let closed = try page()
    for text in [
      "the case of seventeen", "yours is 3, expected 17", "the input was 17", "424242", "Told by the hidden one",
      "saw 17", "rashed",
    ] {
      #expect(!closed.contains(text), "\(text)")
    }
    #expect(closed.contains("A hidden check"))
    #expect(closed.contains("not passed, 0 / 3"))
    #expect(closed.contains("shown"))
  }
}
