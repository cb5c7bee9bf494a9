internal import Files
internal import Glibc

/// Slurm's commands, as far as an array job needs them.
struct SlurmQueue {
  /// How an array job stands.
  struct Standing {
    /// The tasks that wait or run.
    var open = 0
    /// The tasks that run.
    var running = 0
    /// Why the first of those that wait does so, in Slurm's words.
    var reason = ""
  }

  /// A folder for what the commands print.
  let scratch: String

  /// Submits an array job and returns its number.
  func submit(_ script: String, tasks: [Int], log: String, options: [String]) throws(SlurmError) -> String {
    let array = tasks.map(String.init).joined(separator: ",")
    let output = try run(
      ["sbatch", "--parsable", "--requeue", "--job-name=gradus", "--array=\(array)", "--output=\(log)/%a"] + options
        + [script])
    // With several clusters the cluster's name stands behind a semicolon.
    let number = output.split(whereSeparator: \.isNewline).last?.split(separator: ";").first.map(String.init) ?? ""
    guard !number.isEmpty, number.allSatisfy(\.isNumber) else {
      throw SlurmError("sbatch gave no number of a job: '\(output)'")
    }
    return number
  }

  /// How a job stands; none of its tasks is open where Slurm has forgotten it.
  func standing(of job: String) throws(SlurmError) -> Standing {
    let output: String
    do throws(SlurmError) {
      output = try run(["squeue", "--noheader", "--array", "--jobs=\(job)", "--format=%T %r"])
    } catch  where error.message.contains("Invalid job id") {
      return Standing()
    }
    var standing = Standing()
    for line in output.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: " ", maxSplits: 1)
      // A task that is completing has ended; its node may never say so.
      guard let state = fields.first, state != "COMPLETING" else { continue }
      standing.open += 1
      if state == "RUNNING" { standing.running += 1 }
      if state == "PENDING" && standing.reason.isEmpty { standing.reason = fields.dropFirst().joined() }
    }
    return standing
  }

  /// Ends a job's tasks.
  func cancel(_ job: String) throws(SlurmError) { _ = try run(["scancel", job]) }

  private func run(_ words: [String]) throws(SlurmError) -> String {
    let (output, errors) = ("\(scratch)/\(words[0]).out", "\(scratch)/\(words[0]).err")
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (descriptor, path) in [(STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
    guard code == 0 else {
      throw SlurmError("\(words[0]) cannot be started. Grade on a machine from which jobs can be submitted to Slurm")
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let said = (try? Files.text(errors)) ?? ""
    guard status == 0 else {
      throw SlurmError("\(words[0]) failed: \(said.split(whereSeparator: \.isNewline).joined(separator: " / "))")
    }
    return (try? Files.text(output)) ?? ""
  }
}

/// Slurm did not do what was asked of it.
package struct SlurmError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened and what to do.
  package let message: String

  init(_ message: String) { self.message = message }

  /// The message.
  package var description: String { message }
}
