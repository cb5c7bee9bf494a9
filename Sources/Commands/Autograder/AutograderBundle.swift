internal import Archives
internal import Course
internal import Files
internal import Glibc
internal import Gradebook
internal import Grading

/// What is in an autograder's zip: the two programs, and an installation of the command with the exercises that it grades.
struct AutograderBundle {
  let executable: String
  let installation: Installation
  let layout: CourseLayout
  let exercises: [ExerciseLocation]
  /// The file that says how the course is graded, if it is not the course's own.
  let policy: String?

  /// Writes the zip, whole or not at all; gives the number of files in it.
  func write(to path: String, setup: String, run: String) throws -> Int {
    let draft = "\(path).new"
    do {
      let zip = try ZipWriter(path: draft)
      try zip.add("setup.sh", Array(setup.utf8), isExecutable: true)
      try zip.add("run_autograder", Array(run.utf8), isExecutable: true)
      try zip.add("gradus/bin/gradus", try Files.read(executable), isExecutable: true)
      let files = try self.files()
      for (name, source) in files { try zip.add("gradus/share/gradus/\(name)", try Files.read(source)) }
      try zip.end()
      try Files.move(draft, to: path)
      return files.count + 3
    } catch {
      Files.remove(draft)
      throw error
    }
  }

  /// The files below `share/gradus`, by their names there, and where each is now.
  private func files() throws -> [(name: String, source: String)] {
    var files: [(name: String, source: String)] = []
    for module in Toolkit.sourceModules {
      files += try Self.files(in: "\(installation.moduleSources)/\(module)", named: "Sources/\(module)")
    }
    for folder in ["lessons", "exercises"] {
      files += try Self.files(in: "\(layout.root)/\(folder)", named: folder)
    }
    for exercise in exercises {
      for path in [exercise.files.solution, exercise.files.misconceptions] where Files.exists(path) {
        files.append((layout.relative(path), path))
      }
    }
    let own = [CourseLayout.settingsFile, GradingPolicy.file].map { ($0, "\(layout.root)/\($0)") }
    files += own.filter { Files.exists($0.1) && (policy == nil || $0.0 != GradingPolicy.file) }
    if let policy { files.append((GradingPolicy.file, policy)) }
    return files.sorted { $0.name < $1.name }
  }

  private static func files(in folder: String, named name: String) throws -> [(name: String, source: String)] {
    try Files.list(folder).flatMap { part in
      let path = "\(folder)/\(part)"
      return Files.kind(path, followingLinks: true) == .folder
        ? try files(in: path, named: "\(name)/\(part)") : [("\(name)/\(part)", path)]
    }
  }
}
