internal import Course
internal import Glibc
internal import Sandbox

// The time from edit to verdict, held against the compiler's own: see Documentation/CommandLine.md, "Benchmarks".

do {
  if CommandLine.arguments.dropFirst().first == "render" {
    try RenderingBench().report(rounds: try rounds(Array(CommandLine.arguments.dropFirst())))
  } else if CommandLine.arguments.dropFirst().first == "vectors" {
    try VectorsBench().report(
      rounds: try CommandLine.arguments.count > 2 ? rounds(Array(CommandLine.arguments.dropFirst())) : 7)
  } else if CommandLine.arguments.dropFirst().first == "class" {
    let students = CommandLine.arguments.dropFirst(2).first
    try ClassBench().report(students: try students.map { try rounds(["", $0]) } ?? 1000)
  } else {
    try report(
      try Workbench(), rounds: try rounds(CommandLine.arguments), only: Set(CommandLine.arguments.dropFirst(2)))
  }
} catch {
  print("benchmarks: \(error)")
  exit(3)
}

/// The number of rounds: at least 20, or what stands on the command line.
func rounds(_ words: [String]) throws -> Int {
  guard let word = words.dropFirst().first else { return 21 }
  guard let number = Int(word), number > 0 else { throw BenchmarkError("the number of rounds is not '\(word)'") }
  return number
}

/// Measures everything and prints the table; of the exercises only those named, if any are.
func report(_ workbench: Workbench, rounds: Int, only names: Set<String>) throws {
  print("medians of \(rounds) rounds after a warm-up, in milliseconds; within a round one run of each, in turn")
  print("  check    gradus check ID --file solution, the whole process")
  print("  compile  swift-frontend -c of the same file, without debug information")
  print("  failing  gradus check ID on the solution with the edit of its first misconception")
  print("  x        ratio of the medians, then the median of the rounds' ratios\n")
  print(row(["exercise", "check", "compile", "check x compile", "failing", "failing x check"]))
  var slowest = (check: 0.0, failing: 0.0)
  for exercise in try workbench.exercises() where names.isEmpty || names.contains(exercise.id.rawValue) {
    let times = try measure(
      [try workbench.check(exercise), try workbench.compile(exercise), try workbench.failing(exercise)], rounds)
    let check = Comparison(times[0], over: times[1])
    let failing = Comparison(times[2], over: times[0])
    slowest = (max(slowest.check, check.worse), max(slowest.failing, failing.worse))
    print(
      row([
        exercise.id.rawValue, decimal(median(times[0]), 1), decimal(median(times[1]), 1), check.text,
        decimal(median(times[2]), 1), failing.text,
      ]))
  }
  let costs = try [Tier.bubblewrap, .landlock].map { try workbench.sandboxCost($0, rounds: max(rounds, 50)) }
  print(
    "\na program's run in the sandbox less the bare run, medians of pairs: bubblewrap \(decimal(costs[0], 1)) ms, Landlock "
      + "\(decimal(costs[1], 1)) ms")
  let exercise = try workbench.exercises()[0]
  let watching = try workbench.watching(exercise, rounds: rounds)
  let later = median(zip(watching.watch, watching.check).map { $0 - $1 })
  print(
    "\ngradus watch, from a save to the verdict on \(exercise.id): \(decimal(median(watching.watch), 1)) ms; gradus check: "
      + "\(decimal(median(watching.check), 1)) ms; median of the differences: \(later < 0 ? "-" : "")\(decimal(abs(later), 1)) ms"
  )
  let start = try measure([workbench.version, workbench.nothing], rounds)
  print("\ngradus --version: \(decimal(median(start[0]), 1)) ms (/usr/bin/true: \(decimal(median(start[1]), 1)) ms)\n")
  target("check against compile, the slowest exercise", slowest.check, atMost: 2.0)
  target("failing check against passing check, the slowest exercise", slowest.failing, atMost: 1.5)
  target("the sandbox's cost for a run, in milliseconds", costs[0], atMost: 12)
  target("verdict of watch later than that of check, in milliseconds", max(0, later), atMost: 10)
  target("gradus --version, in milliseconds", median(start[0]), atMost: 10)
}

/// Runs all commands once to warm up, then in turn in each round; the times in milliseconds of each command.
func measure(_ commands: [Measured], _ rounds: Int) throws -> [[Double]] {
  for command in commands { _ = try command.time() }
  var times = commands.map { _ in [Double]() }
  for _ in 0..<rounds {
    for (index, command) in commands.enumerated() { times[index].append(try command.time()) }
  }
  return times
}

/// Two commands that ran in turn: how much longer the first takes.
struct Comparison {
  let medians: Double
  let pairs: Double

  init(_ first: [Double], over second: [Double]) {
    medians = median(first) / median(second)
    pairs = median(zip(first, second).map { $0 / $1 })
  }

  var worse: Double { max(medians, pairs) }
  var text: String { "\(decimal(medians, 2)) \(decimal(pairs, 2))" }
}

/// The middle of the numbers.
func median(_ numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// The number with so many decimals.
func decimal(_ number: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let whole = Int((number * scale).rounded())
  let digits = String(whole % Int(scale))
  return "\(whole / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
}

private func row(_ cells: [String]) -> String {
  let widths = [24, 8, 8, 16, 8, 16]
  return zip(cells, widths).enumerated().map { index, pair in
    let space = String(repeating: " ", count: max(0, pair.1 - pair.0.count))
    return index == 0 ? pair.0 + space : space + pair.0
  }.joined()
}

func target(_ name: String, _ value: Double, atMost limit: Double) {
  let verdict = value <= limit ? "met" : "NOT MET"
  print("target \(verdict): \(name): \(decimal(value, 2)), at most \(decimal(limit, limit < 10 ? 2 : 1))")
}

func target(_ name: String, _ value: Double, atLeast limit: Double) {
  let verdict = value >= limit ? "met" : "NOT MET"
  print("target \(verdict): \(name): \(decimal(value, 2)), at least \(decimal(limit, limit < 10 ? 2 : 1))")
}
