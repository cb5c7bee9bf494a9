internal import Course
internal import Files
internal import Grading
internal import Workspace

/// The course that a command works in, and where it was found.
struct FoundCourse {
  let layout: CourseLayout
  /// Whether the working folder lies in the course, so that its starters are the user's own files.
  let isAround: Bool
  /// The learner's workspace around the working folder, if any; then the course is the one that came with the command.
  let workspace: Workspace?

  /// The course around the working folder, or else the one that came with the command.
  static func find(_ installation: Installation) -> FoundCourse {
    var folder = Files.realPath(Files.workingFolder) ?? "."
    while true {
      if Workspace.isRoot(folder) {
        return FoundCourse(
          layout: CourseLayout(root: installation.course), isAround: false, workspace: Workspace(root: folder))
      }
      if Files.exists("\(folder)/exercises") && Files.exists("\(folder)/lessons") {
        return FoundCourse(layout: CourseLayout(root: folder), isAround: true, workspace: nil)
      }
      let parent = Files.folder(of: folder)
      if parent == folder || folder == "." { break }
      folder = parent
    }
    return FoundCourse(layout: CourseLayout(root: installation.course), isAround: false, workspace: nil)
  }

  /// The exercise of a name that somebody typed; a mistyped one gets the nearest ones as a suggestion.
  func locate(_ name: String) throws -> ExerciseLocation {
    if let id = ExerciseID(rawValue: name) { return try layout.locate(id) }
    if let suggestion = try layout.suggestion(for: name.lowercased()) {
      throw UsageError("there is no exercise '\(name)'. \(suggestion)")
    }
    return try layout.locate(try ExerciseID(name))
  }

  /// The file to grade for an exercise when none is named.
  func file(for exercise: ExerciseLocation) throws -> String {
    if let workspace { return shortened(workspace.path(Workspace.file(of: exercise))) }
    let beside = "\(exercise.id).swift"
    if Files.exists(beside) { return beside }
    if isAround { return shortened(exercise.files.starter) }
    throw UsageError(
      "there is no \(beside) in this folder. Copy the starter with `cp \(exercise.files.starter) .`, or name your file with "
        + "--file.")
  }

  /// Says what to do where the course has no solutions, as in an installation for students.
  func requireSolutions(for purpose: String) throws {
    guard Files.kind("\(layout.root)/solutions", followingLinks: true) != .folder else { return }
    throw GradingFault(
      "\(purpose) needs the reference solutions, and \(layout.root) has none: they are not installed for students. Work in a "
        + "checkout of the course, or install them with `make install-instructor`.")
  }

  /// The files of the working folder, or of the folders in it, that are named like exercises.
  func files(named exercises: [ExerciseLocation]) -> [(exercise: ExerciseLocation, path: String)] {
    let byName = Dictionary(exercises.map { ("\($0.id).swift", $0) }, uniquingKeysWith: { first, _ in first })
    let here = Self.files(in: ".", depth: 0).compactMap { path in
      byName[Files.name(of: path)].map { (exercise: $0, path: path) }
    }
    if !here.isEmpty { return here }
    let below = Self.files(in: ".", depth: 3).compactMap { path in
      byName[Files.name(of: path)].map { (exercise: $0, path: path) }
    }
    return below.sorted { ($0.exercise.topic, $0.exercise.id, $0.path) < ($1.exercise.topic, $1.exercise.id, $1.path) }
  }

  private static func files(in folder: String, depth: Int) -> [String] {
    var found: [String] = []
    for name in (try? Files.list(folder)) ?? [] where !name.hasPrefix(".") {
      let path = folder == "." ? name : "\(folder)/\(name)"
      switch Files.kind(path) {
      case .folder where depth > 0 && !skipped.contains(name): found += files(in: path, depth: depth - 1)
      case .folder, nil: break
      default: if name.hasSuffix(".swift") { found.append(path) }
      }
    }
    return found
  }

  /// Folders of a checkout that hold no student's work.
  private static let skipped: Set<String> = ["solutions", "Sources", "Tests", "Documentation", "Benchmarks", "lessons"]

  /// The path as it is written in the working folder.
  func shortened(_ path: String) -> String { Self.shortened(path) }

  /// The path as it is written in the working folder.
  static func shortened(_ path: String) -> String {
    let folder = (Files.realPath(Files.workingFolder) ?? "") + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
