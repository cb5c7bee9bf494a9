import Course
import Files
import Foundation
import Testing
import Workspace

/// The checkout that the tests belong to.
let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// A copy of the course's texts to change, and a folder to make a workspace in; removed at the end of a test.
final class Desk {
  let folder: String
  var course: String { "\(folder)/course" }
  var root: String { "\(folder)/work" }

  init() throws {
    folder = try #require(Files.realPath(try Files.makeTemporaryFolder("gradus-workspace")))
    try FileManager.default.createDirectory(atPath: course, withIntermediateDirectories: true)
    for part in ["exercises", "lessons", "solutions"] {
      try FileManager.default.copyItem(atPath: "\(home)/\(part)", toPath: "\(course)/\(part)")
    }
  }

  deinit { Files.remove(folder) }

  func content() throws -> WorkspaceContent {
    try WorkspaceContent(
      CourseLayout(root: course).load(), toolbox: "\(home)/Sources/LinearAlgebra")
  }

  /// Makes the workspace or brings it up to date, and gives what was done to each file that was not left alone.
  @discardableResult
  func update() throws -> [String: FileChange.Kind] {
    let changes = try Workspace.update(root, to: try content()).changes.filter { $0.kind != .unchanged }
    return Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0.kind) })
  }

  func text(_ path: String) throws -> String { try Files.text("\(root)/\(path)") }

  func write(_ text: String, _ path: String) throws { try Files.write(text, to: "\(root)/\(path)") }

  /// Replaces a text in a file of the course.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try Files.text("\(course)/\(path)")
    try #require(text.contains(old))
    try Files.write(text.replacing(old, with: new), to: "\(course)/\(path)")
  }

  /// All files but those of the record of progress.
  func files() throws -> Set<String> {
    let all = try FileManager.default.subpathsOfDirectory(atPath: root)
    return Set(all.filter { !$0.hasPrefix(".gradus/") && Files.kind("\(root)/\($0)") == .file })
  }
}
