internal import Course
internal import Files
internal import Glibc
internal import Grading

/// Rendering the lessons, held against Hugo on the same Markdown.
final class RenderingBench {
  private let gradus: String
  private let hugo = "/usr/bin/hugo"
  private let course: String
  private let work: String

  init() throws {
    let executable = Files.realPath("/proc/self/exe") ?? ""
    gradus = "\(Files.folder(of: executable))/gradus"
    guard Files.exists(gradus) else { throw BenchmarkError("there is no \(gradus): build it with `make build`") }
    guard Files.exists(hugo) else {
      throw BenchmarkError("there is no \(hugo): install it with `Scripts/setup --tests`")
    }
    course = try Installation.around(executable: executable).course
    work = try Files.makeTemporaryFolder("gradus-rendering")
  }

  deinit { Files.remove(work) }

  /// Measures everything and prints the tables.
  func report(rounds: Int) throws {
    print("medians of \(rounds) rounds after a warm-up, in milliseconds; within a round one run of each, in turn,")
    print("each into an empty folder, but for `again`, where the pages are there already")
    print(
      "  gradus   gradus render --output DIR      hugo   hugo with a page per lesson and exercise, contents, previous")
    print("  x        ratio of medians, then median of ratios        and next, an index to search, the same assets\n")
    print(
      row(["lessons", "gradus", "hugo", "gradus x hugo", "again", "CPU a lesson", "MB gradus", "MB hugo"])
    )
    let own = try Bench(course, added: 0, in: work)
    let first = try measure(own, rounds)
    var perLesson: [Double] = []
    for added in [500, 1000, 2000] {
      let bench = try Bench(course, added: added, in: work)
      let result = try measure(bench, max(3, rounds / 4))
      perLesson.append(result.perLesson)
      bench.remove()
    }
    print("\nwithout the memory of accepted formulas, the course's own lessons: \(try cold(own)) ms\n")
    target("gradus render against hugo, the course's own lessons", first.ratio, atMost: 1)
    target("processor time a lesson, of 2000 against 500 more", perLesson[2] / perLesson[0], atMost: 1.25)
  }

  /// What a row of the table holds that is judged.
  private struct Result {
    let perLesson: Double
    let ratio: Double
  }

  private func measure(_ bench: Bench, _ rounds: Int) throws -> Result {
    var times: [[Double]] = [[], [], []]
    var work: [Double] = []
    var memory = [0, 0]
    for round in 0...rounds {
      Files.remove(bench.output(0))
      let render = [gradus, "render", "--output", bench.output(0)]
      let ours = try Run(render, in: bench.course)
      let again = try Run(render, in: bench.course)
      Files.remove(bench.output(1))
      let theirs = try Run(
        [hugo, "--quiet", "--source", bench.hugo, "--destination", bench.output(1), "--cacheDir", "\(self.work)/hugo"],
        in: bench.hugo)
      memory = [max(memory[0], ours.kilobytes), max(memory[1], theirs.kilobytes)]
      if round > 0 { work.append(ours.processorMilliseconds / Double(bench.lessons)) }
      if round > 0 { for (index, run) in [ours, theirs, again].enumerated() { times[index].append(run.milliseconds) } }
    }
    let comparison = Comparison(times[0], over: times[1])
    print(
      row([
        "\(bench.lessons)", decimal(median(times[0]), 1), decimal(median(times[1]), 1), comparison.text,
        decimal(median(times[2]), 1), decimal(median(work), 2),
        decimal(Double(memory[0]) / 1024, 1), decimal(Double(memory[1]) / 1024, 1),
      ]))
    return Result(perLesson: median(work), ratio: comparison.worse)
  }

  /// The time of a run that knows no formula yet.
  private func cold(_ bench: Bench) throws -> String {
    var times: [Double] = []
    for round in 0..<3 {
      unsafe setenv("GRADUS_CACHE", "\(work)/cold-\(round)", 1)
      Files.remove(bench.output(0))
      times.append(try Run([gradus, "render", "--output", bench.output(0)], in: bench.course).milliseconds)
    }
    unsafe unsetenv("GRADUS_CACHE")
    return decimal(median(times), 1)
  }

  private func row(_ cells: [String]) -> String {
    let widths = [8, 10, 10, 16, 10, 13, 11, 10]
    return zip(cells, widths).map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }.joined()
  }
}

/// A program that ran in a folder: how long, and with how much memory at most.
struct Run {
  let milliseconds: Double
  let kilobytes: Int
  /// The time of all processors, which others on the machine do not lengthen as much.
  let processorMilliseconds: Double

  init(_ words: [String], in folder: String) throws {
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.withUnsafeBufferPointer { unsafe $0.forEach { unsafe free($0) } } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    guard unsafe chdir(folder) == 0 else { throw BenchmarkError("there is no folder \(folder)") }
    var process: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let start = ContinuousClock.now
    guard unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      throw BenchmarkError("\(words[0]) cannot be started")
    }
    while unsafe wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError("the end of \(words[0]) was missed") }
    }
    milliseconds = start.duration(to: .now) / .milliseconds(1)
    kilobytes = usage.ru_maxrss
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    processorMilliseconds = Double(seconds) * 1000 + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000
    guard status == 0 else { throw BenchmarkError("this failed: \(words.joined(separator: " "))") }
  }
}
