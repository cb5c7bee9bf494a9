import Course
import Files
import Glibc
import Gradebook
import SQLite
import Testing

@Suite struct `A gradebook` {
  private let folder: String
  private let mean: GradedExercise
  private let content = Array("let x = 1\n".utf8)

  init() throws {
    folder = try Files.makeTemporaryFolder("gradus-tests")
    mean = GradedExercise(
      id: try ExerciseID("mean"), title: "The mean", lesson: "means", points: 5, graderKey: "one", graderVersion: "1")
  }

  private var path: String { "\(folder)/class.db" }

  /// A verdict with everything that one may hold.
  private func verdict(_ status: Status = .failed, score: Double = 2, seed: UInt64 = 9) -> Verdict {
    var verdict = Verdict(
      exercise: mean.id, status: status, score: score, maxScore: 5, seed: seed, sandbox: "bubblewrap",
      explanation: "what concerns the whole")
    let example = Counterexample(
      function: "mean", arguments: ["x = [1, 2]", "y = 3"], student: "4", expected: nil, difference: "off by one",
      seed: seed, index: 3)
    verdict.checks = [
      CheckResult(name: "a", status: .passed, points: 2, maxPoints: 2, message: "fine"),
      CheckResult(name: "b", status: .failed, points: 0, maxPoints: 3, message: "<b>\u{0}", counterexample: example),
    ]
    verdict.misconceptions = [
      NamedMisconception(id: "m", title: "T", explanation: "E", lesson: "means#x", checks: ["b", "c"])
    ]
    verdict.diagnostics = [Diagnostic(line: 3, column: 4, severity: .warning, message: "unused")]
    verdict.output = "printed"
    return verdict
  }

  /// A gradebook in which two students have handed in the same content.
  private func filled(_ graderKey: String = "one") throws -> (book: Gradebook, job: Job, grader: Int) {
    let book = try Gradebook(path: path, .create)
    var exercise = mean
    exercise.graderKey = graderKey
    try book.take([exercise])
    for id in ["a", "b"] {
      try book.take(Student(id: id, name: "Name \(id)"))
      let digest = try book.take(content: content)
      try book.take(
        HandIn(
          student: id, exercise: mean.id, submission: digest, time: 50, isMarkedLate: false, path: "\(id)/mean.swift",
          seed: 9))
    }
    let job = Job(submission: Digest(of: content).text, exercise: mean.id, seed: 9)
    return (book, job, try book.grader(of: exercise))
  }

  @Test func `gives back the verdict that was written, whole`() throws {
    defer { Files.remove(folder) }
    let (book, job, grader) = try filled()
    #expect(try book.content(job.submission) == content)
    try book.record(verdict(), of: job, grader: grader, seconds: 0.5)
    let other = try Gradebook(path: path, .read)
    let attempts = try other.attempts()
    #expect(attempts.keys.sorted() == ["a", "b"])
    for attempt in attempts.values.joined() {
      #expect(attempt.outcome?.status == .failed)
      #expect(attempt.outcome?.misconceptions == ["m"])
      let number = try #require(attempt.outcome?.verdict)
      #expect(try other.verdict(number) == verdict())
    }
  }

  @Test func `has one job for the same content and seed, and none once it is graded`() throws {
    defer { Files.remove(folder) }
    let (book, job, grader) = try filled()
    #expect(try book.pending() == [job])
    try book.record(verdict(), of: job, grader: grader, seconds: 0)
    try book.record(verdict(.passed, score: 5), of: job, grader: grader, seconds: 0)
    #expect(try book.pending().isEmpty)
    #expect(try book.attempts(of: "a").first?.outcome?.score == 2)
  }

  @Test func `keeps a fault apart from verdicts, and the grade that was there`() throws {
    defer { Files.remove(folder) }
    let (book, job, grader) = try filled()
    try book.record(verdict(.notGradable, score: 0), of: job, grader: grader, seconds: 0)
    #expect(try book.pending().isEmpty)
    #expect(try book.pending(retriesFaults: true) == [job])
    #expect(try book.faults().map(\.message) == ["what concerns the whole"])
    var attempt = try #require(try book.attempts(of: "a").first)
    #expect(attempt.outcome == nil)
    #expect(attempt.fault == "what concerns the whole")
    // Graded after all, the fault is gone.
    try book.record(verdict(), of: job, grader: grader, seconds: 0)
    #expect(try book.faults().isEmpty)
    // A newer grader's fault leaves the older one's verdict as it is.
    let (newer, same, second) = try filled("two")
    #expect(try newer.pending() == [same])
    try newer.record(verdict(.notGradable, score: 0), of: same, grader: second, seconds: 0)
    attempt = try #require(try newer.attempts(of: "a").first)
    #expect(attempt.outcome?.score == 2)
    #expect(attempt.fault != nil)
    try newer.record(verdict(.passed, score: 5), of: same, grader: second, seconds: 0)
    #expect(try newer.attempts(of: "a").first?.outcome?.score == 5)
    // The older grader's verdict is still known, and counts when that grader is asked again.
    let (older, _, _) = try filled("one")
    #expect(try older.pending().isEmpty)
    #expect(try older.settle() == 2)
    #expect(try older.attempts(of: "a").first?.outcome?.score == 2)
  }

  @Test func `takes the same content handed in again for the same attempt`() throws {
    defer { Files.remove(folder) }
    let (book, job, _) = try filled()
    for time in [90, nil, 20] {
      try book.take(
        HandIn(
          student: "a", exercise: mean.id, submission: job.submission, time: time, isMarkedLate: true, path: "p",
          seed: 9))
    }
    let attempts = try book.attempts(of: "a")
    #expect(attempts.count == 1)
    #expect(attempts.first?.firstTime == 20)
    #expect(attempts.first?.lastTime == 90)
    #expect(attempts.first?.isMarkedLate == false)
  }

  @Test func `does not let what a submission says stand against the roster`() throws {
    defer { Files.remove(folder) }
    let book = try Gradebook(path: path, .create)
    try book.take(Student(id: "a", name: "Listed", section: "A", isListed: true))
    try book.take(Student(id: "a", name: "Guessed"))
    #expect(try book.students() == [Student(id: "a", name: "Listed", section: "A", isListed: true)])
  }

  @Test func `calls nobody missing who handed something in elsewhere, and says nothing twice`() throws {
    defer { Files.remove(folder) }
    let (book, _, _) = try filled()
    let other = Finding(.missing, "z", "nothing was handed in")
    let roster = Finding(.duplicate, "c", "twice on the roster")
    try book.take([Finding(.missing, "a", "nothing was handed in"), other, roster], from: "first")
    try book.take([roster, other], from: "second")
    #expect(try book.record(GradingPolicy()).findings == [other, roster])
  }

  @Test func `undoes a part that fails`() throws {
    defer { Files.remove(folder) }
    let (book, job, _) = try filled()
    #expect(throws: GradebookError.self) { try book.record(verdict(), of: job, grader: 99, seconds: 0) }
    #expect(try book.pending() == [job])
    #expect(try Database(path: path).value("SELECT count(*) FROM verdict").int == 0)
  }
}

@Suite struct `A gradebook that cannot be used` {
  private let folder: String
  private var path: String { "\(folder)/class.db" }

  init() throws { folder = try Files.makeTemporaryFolder("gradus-tests") }

  private func message(_ access: Gradebook.Access = .create, at path: String? = nil) throws -> String {
    try #require(throws: GradebookError.self) { try Gradebook(path: path ?? self.path, access) }.description
  }

  @Test func `is missing, a folder, or in no folder`() throws {
    defer { Files.remove(folder) }
    #expect(try message(.read).contains("there is no gradebook"))
    #expect(try message(at: folder).contains("is a folder"))
    #expect(try message(at: "\(folder)/no/class.db").contains("is no folder"))
  }

  @Test func `was written by a newer program, and stays as it was`() throws {
    defer { Files.remove(folder) }
    _ = try Gradebook(path: path, .create)
    try Database(path: path).execute("PRAGMA user_version = \(Gradebook.newestVersion + 1)")
    for access in [Gradebook.Access.create, .write, .read] {
      #expect(try message(access).contains("newer gradus: its version is \(Gradebook.newestVersion + 1)"))
    }
    #expect(try Database(path: path).version() == Gradebook.newestVersion + 1)
  }

  @Test func `is another database, no database, or empty`() throws {
    defer { Files.remove(folder) }
    do {
      let other = try Database(path: path)
      try other.execute("CREATE TABLE other (x)")
      try other.execute("PRAGMA journal_mode = DELETE")
    }
    let before = try Files.read(path)
    #expect(try message().contains("no gradebook"))
    #expect(try Files.read(path) == before)
    try Files.write("no database at all, but long enough to be looked at", to: "\(folder)/text")
    #expect(try message(at: "\(folder)/text").contains("damaged, or no gradebook"))
    try Files.write("", to: "\(folder)/empty")
    #expect(try message(.read, at: "\(folder)/empty").contains("nothing was graded into it yet"))
  }

  @Test func `is locked by another program`() throws {
    defer { Files.remove(folder) }
    let book = try Gradebook(path: path, .create)
    let other = try Database(path: path)
    try other.execute("BEGIN IMMEDIATE")
    let error = try #require(throws: GradebookError.self) { try book.take(Student(id: "a")) }
    #expect(error.description.contains("is locked"))
    #expect(!error.isUsage)
    try other.execute("ROLLBACK")
    try book.take(Student(id: "a"))
  }

  @Test(.enabled("a file may be read-only here, which root does not notice") { geteuid() != 0 })
  func `may not be written`() throws {
    defer { Files.remove(folder) }
    _ = try Gradebook(path: path, .create)
    try Files.setMode(path, 0o444)
    #expect(try message(.write).contains("cannot be written"))
  }

  /// A file system of a few hundred kilobytes, which only root can make.
  @Test(.enabled("small file systems can be made here") { geteuid() == 0 && SmallDisk.canBeMade })
  func `lies on a full disk, and loses nothing that it held`() throws {
    defer { Files.remove(folder) }
    let disk = try #require(SmallDisk(at: "\(folder)/disk"))
    defer { disk.end() }
    let book = try Gradebook(path: "\(folder)/disk/class.db", .create)
    var kept: [String] = []
    let error = try #require(throws: GradebookError.self) {
      for number in 0..<200 {
        kept.append(try book.take(content: Array("\(number)".utf8) + [UInt8](repeating: 65, count: 8000)))
      }
    }
    #expect(error.description.contains("there is no space left"))
    #expect(!kept.isEmpty)
    for (number, digest) in kept.enumerated() {
      #expect(try book.content(digest).starts(with: Array("\(number)".utf8)))
    }
  }

  @Test(.enabled("read-only file systems can be made here") { geteuid() == 0 && SmallDisk.canBeMade })
  func `lies where nothing can be written`() throws {
    defer { Files.remove(folder) }
    let disk = try #require(SmallDisk(at: "\(folder)/disk"))
    defer { disk.end() }
    _ = try Gradebook(path: "\(folder)/disk/class.db", .create)
    disk.makeReadOnly()
    #expect(try message(.write, at: "\(folder)/disk/class.db").contains("cannot be written"))
    #expect(try message(.create, at: "\(folder)/disk/new.db").contains("cannot be written"))
  }
}

/// A file system in memory with room for little.
struct SmallDisk {
  private let path: String

  static let canBeMade: Bool = {
    guard let folder = try? Files.makeTemporaryFolder("gradus-tests") else { return false }
    defer { Files.remove(folder) }
    guard let disk = SmallDisk(at: "\(folder)/disk") else { return false }
    disk.end()
    return true
  }()

  init?(at path: String) {
    self.path = path
    guard (try? Files.makeFolder(path)) != nil,
      unsafe mount("tmpfs", path, "tmpfs", 0, "size=400k") == 0
    else { return nil }
  }

  func makeReadOnly() { _ = unsafe mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) }

  func end() { _ = unsafe umount2(path, Int32(MNT_DETACH)) }
}
