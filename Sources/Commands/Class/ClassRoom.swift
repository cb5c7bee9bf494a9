internal import ClassGrading
internal import Course
internal import Files
internal import Gradebook
internal import Grading
internal import Submissions

/// What the commands about a class have in common: the gradebook, the course and how it is graded.
struct ClassRoom {
  let gradebookPath: String
  let course: FoundCourse
  let policy: GradingPolicy

  init(_ gradus: Gradus, _ arguments: Arguments) throws {
    guard let path = arguments["gradebook"] else {
      throw UsageError("say which gradebook: --gradebook FILE.")
    }
    gradebookPath = path
    course = FoundCourse.find(try gradus.installation())
    policy = try GradingPolicy.load(course.layout, path: arguments["policy"])
  }

  /// The gradebook.
  func gradebook(_ access: Gradebook.Access) throws -> Gradebook { try Gradebook(path: gradebookPath, access) }

  /// Keeps other graders out of the gradebook while it lives.
  func lock() throws -> FileLock {
    guard Files.kind(Files.folder(of: gradebookPath), followingLinks: true) == .folder else {
      throw UsageError("\(Files.folder(of: gradebookPath)) is no folder, so there can be no gradebook in it.")
    }
    let lock: FileLock?
    do {
      lock = try FileLock("\(gradebookPath).lock")
    } catch {
      throw UsageError("\(gradebookPath) cannot be graded into: \(error)")
    }
    guard let lock else {
      throw UsageError(
        "\(gradebookPath) is locked: another gradus is grading into it. Wait until it is done, or end it; what it has graded is kept."
      )
    }
    return lock
  }

  /// The exercises with their graders.
  func classCourse(_ gradus: Gradus) throws -> ClassCourse {
    let identity = try GraderIdentity(version: Gradus.version, try gradus.installation())
    return try ClassCourse(course.layout, identity, checks: gradus.courseChecks)
  }
}

extension Option {
  static let gradebook = Option.valued("gradebook", "FILE", "the gradebook, an SQLite database")
  static let policy = Option.valued(
    "policy", "FILE", "how the course is graded (default: grading.yaml of the course, if there is one)")
  static let classJobs = Option.valued("jobs", "N", "how many submissions at a time (default: one for each processor)")
}
