package import Course
internal import Files
package import Progress

/// A learner's folder: the starters to fill in, the lessons to read, and the record of what was done.
package struct Workspace: Hashable, Sendable {
  /// The folder, links resolved.
  package let root: String

  /// The folder in it that makes it a workspace, with the record of progress.
  package static let stateName = ".gradus"

  /// The workspace in a folder that is known to be one.
  package init(root: String) { self.root = root }

  /// The workspace around a folder, if any: the nearest, going up.
  package static func around(_ folder: String) -> Workspace? {
    var folder = Files.realPath(folder) ?? folder
    while true {
      if isRoot(folder) { return Workspace(root: folder) }
      let parent = Files.folder(of: folder)
      if parent == folder || folder == "." { return nil }
      folder = parent
    }
  }

  /// Whether a folder is a workspace.
  package static func isRoot(_ folder: String) -> Bool {
    Files.kind("\(folder)/\(stateName)", followingLinks: true) == .folder
  }

  /// The folder with the record of progress.
  package var state: String { "\(root)/\(Self.stateName)" }

  /// The record of progress.
  package func progress() throws(ProgressError) -> ProgressStore { try ProgressStore(folder: state) }

  /// The file in which the learner does an exercise, as a path from the workspace's folder.
  package static func file(of exercise: ExerciseLocation) -> String {
    "exercises/\(exercise.topic.folder)/\(exercise.id).swift"
  }

  /// The statement of an exercise, as a path from the workspace's folder.
  package static func statement(of exercise: ExerciseLocation) -> String {
    "exercises/\(exercise.topic.folder)/\(exercise.id).md"
  }

  /// The lesson, as a path from the workspace's folder.
  package static func file(of lesson: LessonLocation) -> String {
    "lessons/\(lesson.topic.folder)/\(Files.name(of: lesson.file))"
  }

  /// The path that opens a file of the workspace.
  package func path(_ relative: String) -> String { "\(root)/\(relative)" }

  /// Sets an exercise's file back to the starter and gives the path of the copy that was kept, from the workspace's folder.
  ///
  /// Gives nil where there was nothing to keep, because the file was missing or is the starter.
  package func reset(_ exercise: ExerciseLocation) throws -> String? {
    let file = path(Self.file(of: exercise))
    let starter = try Files.read(exercise.files.starter)
    let present = Files.kind(file) == nil ? nil : try Files.read(file)
    guard present != starter else { return nil }
    var backup: String?
    if let present {
      var number = 1
      while Files.kind(path("backups/\(exercise.id)-\(number).swift")) != nil { number += 1 }
      let name = "backups/\(exercise.id)-\(number).swift"
      try Files.makeFolder(path("backups"))
      // The copy stands before the file is touched.
      try Files.replace(present, at: path(name))
      backup = name
    }
    try Files.makeFolder(Files.folder(of: file))
    try Files.replace(starter, at: file)
    return backup
  }
}
