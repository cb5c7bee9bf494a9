internal import Course
internal import Files
internal import Glibc
internal import Grading
internal import MiniatureCourse

/// Many gradings by one grader.
final class Soak {
  private let grader: Grader
  private let hostile: [(name: String, submission: Submission, status: String)]
  private let right: Submission
  private let exercise: ExerciseID
  private let checks: ExerciseChecks
  private let temporary: String

  /// What a process holds.
  struct Holdings {
    let kilobytes: Int
    let descriptors: Int
    let zombies: Int
    let temporaryFiles: Int
    let mounts: Int
    let threads: Int

    var text: String {
      "\(kilobytes) KB, \(descriptors) descriptors, \(zombies) children, \(temporaryFiles) temporary files, \(mounts) mounts, "
        + "\(threads) threads"
    }
  }

  init(home: String, grader: Grader) throws {
    self.grader = grader
    let fixtures = "\(home)/Tests/Fixtures"
    right = try Submission(path: "\(fixtures)/submissions/mean/right.swift")
    exercise = try ExerciseID("mean")
    guard var checks = miniatureChecks["mean"]?() else {
      throw GradingFault("the miniature course has no exercise mean")
    }
    checks.limits.checkSeconds = 1
    checks.limits.addressSpace = 512 << 20
    checks.limits.wallSeconds = 1
    checks.limits.totalWallSeconds = 5
    self.checks = checks
    temporary = Files.environment("TMPDIR") ?? "/tmp"
    var hostile: [(String, Submission, String)] = []
    for status in try Files.list("\(fixtures)/hostile") {
      // Files over which the compiler takes long are left out: they would be most of the time, and are over before anything of ours runs.
      for name in (try? Files.list("\(fixtures)/hostile/\(status)")) ?? []
      where name.hasSuffix(".swift") && !["07", "08", "09"].contains(String(name.prefix(2))) {
        hostile.append((name, try Submission(path: "\(fixtures)/hostile/\(status)/\(name)"), status))
      }
    }
    self.hostile = hostile
  }

  /// Grades so many submissions; whether all verdicts were right and nothing has grown.
  func run(_ number: Int) throws -> Bool {
    // What is made once and kept, such as caches of the runtime, is made before the first look.
    for index in 0..<min(20, number) { try gradeOne(index) }
    let before = holdings()
    say("soak: after \(min(20, number)): \(before.text)")
    let start = ContinuousClock.now
    for index in 0..<number {
      try gradeOne(index)
      if (index + 1).isMultiple(of: 200) { say("soak: after \(index + 1): \(holdings().text)") }
    }
    let after = holdings()
    say("soak: at the end, after \(Int(start.duration(to: .now) / .seconds(1))) s: \(after.text)")
    // Memory may grow by what an allocator keeps in hand, never with the number of gradings.
    let grown = after.kilobytes - before.kilobytes
    let same =
      (after.descriptors, after.zombies, after.temporaryFiles, after.mounts, after.threads)
      == (before.descriptors, before.zombies, before.temporaryFiles, before.mounts, before.threads)
    print(
      "soak: \(number) gradings, a tenth of them hostile: memory \(grown) KB more, the rest \(same ? "the same" : "DIFFERENT")"
    )
    return same && grown < 16 << 10
  }

  private func gradeOne(_ index: Int) throws {
    let isHostile = index % 10 == 9
    let one = isHostile ? hostile[index / 10 % hostile.count] : ("right", right, "passed")
    let verdict = grader.grade(one.1, for: exercise, checks, seed: 1)
    guard verdict.status.rawValue == one.2 else {
      throw GradingFault(
        "grading \(index), \(one.0): \(verdict.status.rawValue), not \(one.2); \(verdict.explanation ?? "")")
    }
  }

  private func holdings() -> Holdings {
    let status = ((try? Files.text("/proc/self/status")) ?? "").split(separator: "\n")
    func number(_ key: String) -> Int {
      status.first { $0.hasPrefix(key) }?.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first ?? -1
    }
    let children = ((try? Files.list("/proc/self/task")) ?? []).reduce(0) { count, task in
      count + ((try? Files.text("/proc/self/task/\(task)/children")) ?? "").split(separator: " ").count
    }
    let mounts = ((try? Files.text("/proc/self/mountinfo")) ?? "").split(separator: "\n").count
    return Holdings(
      kilobytes: number("VmRSS:"), descriptors: ((try? Files.list("/proc/self/fd")) ?? []).count, zombies: children,
      temporaryFiles: ((try? Files.list(temporary)) ?? []).count { $0.hasPrefix("gradus-") }, mounts: mounts,
      threads: number("Threads:"))
  }
}

/// Prints a line at once, though a file may be what it goes to.
func say(_ line: String) {
  print(line)
  fflush(nil)
}
