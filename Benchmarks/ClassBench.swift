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

  /// Measures everything and prints the table; `students` is the size of the largest class.
  func report(students: Int) throws {
    let cores = Threads.processors
    print(
      "classes with \(exercises.count) exercises each; no two files are the same, a quarter shows a known mistake and a quarter"
    )
    print("is not written yet; all are graded anew")
    print(row(["students", "workers", "submissions", "seconds", "a second", "ms each", "MB"]))
    // What is prepared once, such as the known mistakes, is nobody's cost.
    _ = try graded(4, jobs: cores, isShown: false)
    let alone = try graded(max(4, students / 25), jobs: 1)
    let sizes = [students / 8, students].map { max(4, $0) }
    let (small, large) = (try graded(sizes[0], jobs: cores), try graded(sizes[1], jobs: cores))
    print("")
    let single = alone.seconds / Double(alone.submissions)
    let share = large.rate / (Double(cores) / single)
    print(
      "one submission after the other takes \(decimal(single * 1000, 1)) ms each; \(cores) at a time, "
        + "\(decimal(large.rate, 1)) are graded a second, \(decimal(share * 100, 1)) % of \(cores) cores")
    target("throughput in percent of cores divided by the time of one", share * 100, atLeast: 80)
    target("seconds a submission, of \(sizes[1]) against \(sizes[0]) students", large.each / small.each, atMost: 1.15)
    target("megabytes of the grader at most", Double(max(small.megabytes, large.megabytes)), atMost: 200)
  }

  private func row(_ cells: [String]) -> String {
    cells.map { $0 + String(repeating: " ", count: max(1, 13 - $0.count)) }.joined()
  }

  private struct Result {
    let submissions: Int
    let seconds: Double
    let megabytes: Int
    var rate: Double { Double(submissions) / seconds }
    var each: Double { seconds / Double(submissions) }
  }

  /// What every fourth student hands in: two the solution, one a known mistake, one the starter.
  private func kinds(_ exercise: ExerciseLocation) throws -> [String] {
    let solution = try Files.text(exercise.files.solution)
    return [solution, try Workbench.mistaken(exercise), solution, try Files.text(exercise.files.starter)]
  }

  private func graded(_ students: Int, jobs: Int, isShown: Bool = true) throws -> Result {
    let folder = "\(work)/class"
    Files.remove(folder)
    for exercise in exercises {
      let kinds = try kinds(exercise)
      for number in 0..<students {
        try Files.makeFolder("\(folder)/s\(number)")
        try Files.write(kinds[number % 4] + "// \(number)\n", to: "\(folder)/s\(number)/\(exercise.id).swift")
      }
    }
    let policy = "\(work)/policy.yaml"
    try Files.write("seed: 1\n", to: policy)
    let book = "\(work)/class-\(students)-\(jobs)-\(isShown).db"
    let command = [
      gradus, "grade", folder, "--gradebook", book, "--policy", policy, "--jobs", "\(jobs)",
    ]
    let start = ContinuousClock.now
    let megabytes = try peak(of: command)
    let seconds = start.duration(to: .now) / .seconds(1)
    let result = Result(submissions: students * exercises.count, seconds: seconds, megabytes: megabytes)
    guard isShown else { return result }
    print(
      row([
        "\(students)", "\(jobs)", "\(result.submissions)", decimal(seconds, 1), decimal(result.rate, 1),
        decimal(result.each * 1000, 1), "\(megabytes)",
      ]))
    // A table that takes a quarter of an hour is shown row by row.
    fflush(nil)
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
