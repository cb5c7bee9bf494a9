internal import Course
internal import Files
internal import Glibc
internal import Gradebook
package import Grading

/// One task's part of shared work, graded on the node that it was given.
package struct SharedTask {
  private let work: SharedWork
  private let number: Int
  private let count: Int

  /// Makes the task of a number.
  ///
  /// - Parameters:
  ///   - folder: the shared folder.
  ///   - number: the task, counted from 0.
  ///   - count: how many tasks share the work.
  package init(_ folder: String, number: Int, of count: Int) {
    work = SharedWork(path: folder)
    self.number = number
    self.count = max(1, count)
  }

  /// Grades the task's jobs, but for those that an earlier run of the same task has told of.
  ///
  /// - Throws: ``GradingFault`` where this node's grader is another than the gradebook's, so that verdicts never depend
  ///   on where they were found.
  package func grade(
    _ installation: Installation, _ course: ClassCourse, sandbox: SandboxWish, jobs: Int,
    note: @escaping @Sendable (String) -> Void
  ) throws -> ClassRun.Progress {
    let keys = try work.graders()
    let done = Set(work.resultFiles(ofTask: number).flatMap { SharedWork.results(in: $0).results.map(\.job) })
    let mine = try work.jobs().enumerated().filter { $0.offset % count == number }.map(\.element)
    let open = mine.filter { !done.contains($0) }
    for exercise in Set(open.map(\.exercise)) {
      guard course.entry(exercise)?.graded.graderKey == keys[exercise.rawValue] else {
        throw GradingFault(
          "this node grades '\(exercise)' with another program, compiler or course than the one that keeps the "
            + "gradebook. Install the same ones on all nodes, at best in a folder that they share")
      }
    }
    let file = "\(work.path)/results/\(number)-\(Self.node)-\(Files.processID)"
    let ledger = try SharedLedger(work, file)
    return try ClassRun(installation, sandbox: sandbox, jobs: jobs).grade(open, course, ledger, note: note) { _ in }
  }

  private static var node: String {
    String((Files.environment("SLURMD_NODENAME") ?? "node").filter { $0.isLetter || $0.isNumber })
  }
}

/// A file of a shared folder to which verdicts are added, each forced to the disk before the next is looked for.
private final class SharedLedger: JobLedger {
  private let work: SharedWork
  private let path: String
  private let descriptor: Int32

  init(_ work: SharedWork, _ path: String) throws {
    self.work = work
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(action: "create", path: path, code: errno) }
  }

  deinit { close(descriptor) }

  func content(of job: Job) throws -> [UInt8] { try work.content(job.submission) }

  func put(_ verdict: Verdict, of job: Job, seconds: Double) throws {
    let bytes = Array(SharedWork.line(verdict, of: job, seconds: seconds).utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileError(action: "write to", path: path, code: errno) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw FileError(action: "write to", path: path, code: errno) }
  }
}
