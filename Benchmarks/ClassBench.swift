internal import Course
internal import Files
internal import Glibc
internal import Grading

/// A class that is graded: how many submissions a second, how much memory, and whether the cost grows with the class alone.
final class ClassBench {
  private let gradus: String
  private let course: CourseLayout
  private let work: String
  private let exercises: [ExerciseLocation]

  /// How many exercises everybody hands in.
  private static let count = 6

  init() throws {
    let executable = Files.realPath("/proc/self/exe") ?? ""
    gradus = "\(Files.folder(of: executable))/gradus"
    guard Files.exists(gradus) else { throw BenchmarkError("there is no \(gradus): build it with `make build`") }
    course = CourseLayout(root: try Installation.around(executable: executable).course)
    work = try Files.makeTemporaryFolder("gradus-class-bench")
    exercises = Array(try course.exercises().filter { Files.exists($0.files.solution) }.prefix(Self.count))
  }

  deinit { Files.remove(work) }

  /// Measures everything and prints the table; `students` is the size of the larger class.
  func report(students: Int) throws {
    let cores = Threads.processors
    print("a class with \(exercises.count) exercises each, every submission another file; all pass")
    print(row(["students", "workers", "submissions", "seconds", "a second", "MB"]))
    let small = try graded(max(2, students / 4), jobs: cores, all: true)
    let large = try graded(students, jobs: cores, all: true)
    let alone = try graded(max(2, students / 4), jobs: 1, all: true)
    // A thousand students whose files are the same are taken in, joined and looked up as others are, and graded once.
    let thousand = try graded(1000, jobs: cores, all: false)
    print("")
    let single = alone.seconds / Double(alone.submissions)
    let share = large.rate / (Double(cores) / single)
    print(
      "one submission alone takes \(decimal(single * 1000, 1)) ms; on \(cores) cores, \(decimal(large.rate, 1)) a second"
    )
    target("cores divided by the time of one, over the throughput on all cores", 1 / share, atMost: 1 / 0.8)
    target(
      "seconds a submission, of \(students) against \(students / 4) students",
      (large.seconds / Double(large.submissions)) / (small.seconds / Double(small.submissions)), atMost: 1.25)
    target("megabytes of the grader at most", Double(max(large.megabytes, thousand.megabytes)), atMost: 200)
  }

  private func row(_ cells: [String]) -> String {
    cells.map { $0 + String(repeating: " ", count: max(1, 15 - $0.count)) }.joined()
  }

  private struct Result {
    let submissions: Int
    let seconds: Double
    let megabytes: Int
    var rate: Double { Double(submissions) / seconds }
  }

  private func graded(_ students: Int, jobs: Int, all: Bool) throws -> Result {
    let folder = "\(work)/class"
    Files.remove(folder)
    for number in 0..<students {
      try Files.makeFolder("\(folder)/s\(number)")
      for exercise in exercises {
        let text = try Files.text(exercise.files.solution) + (all ? "// \(number)\n" : "")
        try Files.write(text, to: "\(folder)/s\(number)/\(exercise.id).swift")
      }
    }
    let policy = "\(work)/policy.yaml"
    try Files.write(all ? "seed: 1\n" : "variants: same\n", to: policy)
    let book = "\(work)/class-\(students)-\(jobs)-\(all).db"
    let command = [
      gradus, "grade", folder, "--gradebook", book, "--policy", policy, "--jobs", "\(jobs)",
    ]
    let start = ContinuousClock.now
    let megabytes = try peak(of: command)
    let seconds = start.duration(to: .now) / .seconds(1)
    let result = Result(submissions: students * exercises.count, seconds: seconds, megabytes: megabytes)
    print(
      row([
        all ? "\(students)" : "\(students), the same", "\(jobs)", "\(result.submissions)", decimal(seconds, 1),
        decimal(result.rate, 1), "\(megabytes)",
      ]))
    return result
  }

  /// Runs a command in the course's folder; the most memory, in megabytes, that it had itself, without what it started.
  private func peak(of command: [String]) throws -> Int {
    let words = ["/usr/bin/env", "-C", course.root] + command
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [1, 2] as [Int32] {
      unsafe posix_spawn_file_actions_addopen(
        &actions, descriptor, "\(work)/said-\(descriptor)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      throw BenchmarkError("\(gradus) does not start")
    }
    var status: Int32 = 0
    var kilobytes = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      let lines = ((try? Files.text("/proc/\(process)/status")) ?? "").split(separator: "\n")
      let line = lines.first { $0.hasPrefix("VmHWM:") } ?? ""
      kilobytes = max(kilobytes, line.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first ?? 0)
      usleep(20_000)
    }
    guard status == 0 else {
      throw BenchmarkError("a class was not graded as it should be:\n\(try Files.text("\(work)/said-2").suffix(2000))")
    }
    return kilobytes >> 10
  }
}
