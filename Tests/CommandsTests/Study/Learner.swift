import Files
import Foundation
import Testing

/// A learner with a workspace for one test, removed at its end.
final class Learner {
  let folder: TestFolder
  var root: String { "\(folder.path)/work" }

  init() throws {
    folder = try TestFolder()
    let outcome = try BuiltCommand.run("init", root)
    try #require(outcome.code == 0, "\(outcome.all)")
  }

  /// Runs the command in the workspace, or in a folder of it.
  @discardableResult
  func run(
    _ words: String..., in part: String = "", environment: [String: String?] = [:]
  ) throws -> BuiltCommand.Outcome {
    try BuiltCommand.Run(words, in: "\(root)/\(part)", environment: environment, input: nil).finish()
  }

  /// The path of an exercise's file.
  static func file(_ id: String) throws -> String {
    let topics = try Files.list("\(BuiltCommand.home)/exercises")
    let topic = try #require(topics.first { Files.exists("\(BuiltCommand.home)/exercises/\($0)/\(id).swift") })
    return "exercises/\(topic)/\(id).swift"
  }

  func write(_ text: String, _ id: String) throws { try Files.write(text, to: "\(root)/\(Self.file(id))") }

  func text(_ id: String) throws -> String { try Files.text("\(root)/\(Self.file(id))") }

  static func solution(_ id: String) throws -> String {
    try Files.text("\(BuiltCommand.home)/\(file(id).replacing("exercises", with: "solutions"))")
  }

  /// Writes the solution of an exercise.
  func solve(_ id: String) throws { try write(try Self.solution(id), id) }

  /// What `gradus progress` says of an exercise.
  func standing(_ id: String) throws -> [String: Any] {
    let all = try progress()["exercises"] as? [[String: Any]]
    return try #require(all?.first { $0["exercise"] as? String == id })
  }

  /// The names of all exercises.
  func all() throws -> [String] {
    (try progress()["exercises"] as? [[String: Any]] ?? []).compactMap { $0["exercise"] as? String }
  }

  func progress() throws -> [String: Any] {
    let outcome = try run("progress", "--format", "json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.all)")
  }
}
