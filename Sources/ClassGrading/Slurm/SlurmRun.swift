internal import Course
internal import Files
internal import Glibc
package import Gradebook
internal import Grading

/// Grades what is pending in a gradebook on the nodes of a cluster.
///
/// An array job shares the work by a folder; this process alone writes into the gradebook, as results come.
package struct SlurmRun {
  /// How often the same work is submitted before it is given up.
  static let rounds = 3
  /// For how many looks in a row Slurm may give no answer.
  static let patience = 120

  private let folder: String
  private let program: [String]
  private let options: [String]
  private let tasks: Int?

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - folder: a folder that all nodes see, which need not be there yet.
  ///   - program: the words of the command that grades a task; the folder, the task and their number follow them.
  ///   - options: what `sbatch` is told besides.
  ///   - tasks: how many tasks share the work; nil for one for each 25 jobs, and at least 8.
  package init(folder: String, program: [String], options: [String], tasks: Int?) throws {
    do {
      try Files.makeFolder(folder)
    } catch {
      throw SlurmError("\(folder) cannot be made, in which the nodes are to find the work: \(error)")
    }
    self.folder = Files.realPath(folder) ?? folder
    self.program = program
    self.options = options
    self.tasks = tasks
  }

  /// Takes over what nodes have told since an earlier run into this gradebook was killed, and ends its tasks.
  ///
  /// - Returns: how many verdicts there were.
  package func collect(into gradebook: Gradebook, _ course: ClassCourse) throws -> Int {
    var count = 0
    for name in try Files.list(folder).sorted() where name.hasPrefix("work-") {
      let work = SharedWork(path: "\(folder)/\(name)")
      var harvest = try Harvest(work, Set((try? work.jobs()) ?? []), gradebook, course)
      let queue = SlurmQueue(scratch: work.path)
      for job in ((try? Files.text("\(work.path)/array")) ?? "").split(separator: "\n") {
        // It may have ended long ago.
        try? queue.cancel(String(job))
      }
      try harvest.gather { _ in count += 1 }
      Files.remove(work.path)
    }
    return count
  }

  /// Grades jobs and records what comes out.
  package func grade(
    _ jobs: [Job], _ course: ClassCourse, into gradebook: Gradebook, note: (String) -> Void,
    report: (ClassRun.Progress) -> Void
  ) throws -> ClassRun.Progress {
    var progress = ClassRun.Progress(total: jobs.count)
    guard !jobs.isEmpty else { return progress }
    let start = ContinuousClock.now
    let keys = Dictionary(course.entries.map { ($0.location.id, $0.graded.graderKey) }) { first, _ in first }
    let work = try SharedWork.layOut(
      at: "\(folder)/work-\(Files.processID)", jobs, graders: keys, content: gradebook.content)
    let count = min(jobs.count, tasks ?? min(1000, max(8, (jobs.count + 24) / 25)))
    let script = "\(work.path)/task"
    let words = program + [work.path]
    try Files.write(
      "#!/bin/sh\nexec \(words.map(Self.quoted).joined(separator: " ")) \"$SLURM_ARRAY_TASK_ID\" \(count)\n",
      to: script,
      mode: 0o755)
    var harvest = try Harvest(work, Set(jobs), gradebook, course)
    let queue = SlurmQueue(scratch: work.path)
    for _ in 0..<Self.rounds where !harvest.open.isEmpty {
      let open = Set(jobs.enumerated().filter { harvest.open.contains($0.element) }.map { $0.offset % count })
      let array = try queue.submit(script, tasks: open.sorted(), log: "\(work.path)/log", options: options)
      try? Files.write(((try? Files.text("\(work.path)/array")) ?? "") + array + "\n", to: "\(work.path)/array")
      try wait(for: array, queue, &harvest, note: note) { verdict in
        progress.count(verdict)
        progress.seconds = start.duration(to: .now) / .seconds(1)
        report(progress)
      }
    }
    guard harvest.open.isEmpty else {
      throw SlurmError(
        "\(harvest.open.count) of \(jobs.count) could not be graded on the cluster, in \(Self.rounds) rounds. "
          + "\(complaint(work)) What was graded is kept: mend that, and run the same command again")
    }
    Files.remove(work.path)
    return progress
  }

  /// Gathers results until all are there, or none of the array's tasks is left.
  private func wait(
    for array: String, _ queue: SlurmQueue, _ harvest: inout Harvest, note: (String) -> Void,
    report: (Verdict) -> Void
  ) throws {
    var silence = 0
    var told = ""
    while true {
      try harvest.gather(report)
      if harvest.open.isEmpty {
        // Tasks that were begun twice have nothing left to say.
        try? queue.cancel(array)
        return
      }
      if let standing = try standing(of: array, queue, &silence, note) {
        // What was told between the last look and the end is still to be read.
        guard standing.open > 0 else { return try harvest.gather(report) }
        if standing.running == 0 && standing.reason != told && !["None", "Priority", ""].contains(standing.reason) {
          told = standing.reason
          note("job \(array) waits in Slurm's queue: \(told)")
        }
      }
      usleep(500_000)
    }
  }

  /// How a job stands; nil while Slurm does not answer, which it may not do for a minute.
  private func standing(
    of array: String, _ queue: SlurmQueue, _ silence: inout Int, _ note: (String) -> Void
  ) throws(SlurmError) -> SlurmQueue.Standing? {
    do throws(SlurmError) {
      let standing = try queue.standing(of: array)
      silence = 0
      return standing
    } catch {
      silence += 1
      if silence == 1 { note("\(error). Waiting for it") }
      guard silence <= Self.patience else { throw error }
      return nil
    }
  }

  /// What the last task that complained said.
  private func complaint(_ work: SharedWork) -> String {
    for name in ((try? Files.list("\(work.path)/log")) ?? []).sorted() {
      let lines = ((try? Files.text("\(work.path)/log/\(name)")) ?? "").split(separator: "\n")
      if let last = lines.last { return "Task \(name) said: \(last). The rest is in \(work.path)/log." }
    }
    // Where nothing can be written, they could not say so.
    do throws(FileError) {
      try Files.write([UInt8](repeating: 0, count: 1 << 16), to: "\(work.path)/probe")
      Files.remove("\(work.path)/probe")
    } catch {
      return "\(error)."
    }
    return "Their output would be in \(work.path)/log, but there is none."
  }

  private static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
}

/// Takes verdicts from the files of a shared folder into a gradebook, each once.
private struct Harvest {
  private let work: SharedWork
  private let gradebook: Gradebook
  private var graders: [ExerciseID: Int] = [:]
  private var ends: [String: Int] = [:]
  /// The jobs of which nothing was told yet.
  private(set) var open: Set<Job>

  init(_ work: SharedWork, _ jobs: Set<Job>, _ gradebook: Gradebook, _ course: ClassCourse) throws {
    self.work = work
    self.gradebook = gradebook
    open = jobs
    // What another grader found is not this one's verdict.
    let keys = try? work.graders()
    for entry in course.entries where keys?[entry.location.id.rawValue] == entry.graded.graderKey {
      graders[entry.location.id] = try gradebook.grader(of: entry.graded)
    }
  }

  mutating func gather(_ report: (Verdict) -> Void) throws {
    for file in work.resultFiles() {
      let (results, end) = SharedWork.results(in: file, from: ends[file] ?? 0)
      ends[file] = end
      for result in results {
        guard let grader = graders[result.job.exercise], open.remove(result.job) != nil else { continue }
        try gradebook.record(result.verdict, of: result.job, grader: grader, seconds: result.seconds)
        report(result.verdict)
      }
    }
  }
}
