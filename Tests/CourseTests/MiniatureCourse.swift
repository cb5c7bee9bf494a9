import Course
import Foundation

/// A valid course of three exercises and two lessons in a temporary folder, to be spoilt by a test.
struct MiniatureCourse {
  let folder: URL

  var layout: CourseLayout { CourseLayout(root: folder.path) }

  /// Writes the course.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gradus-course-\(UUID().uuidString)")
    try exercise("add", in: "01-sums", lesson: "sums")
    try exercise("add-all", in: "01-sums", lesson: "sums", prerequisites: "[add]")
    try exercise("double", in: "02-products", lesson: "products", prerequisites: "[add, add-all]")
    try lesson("lessons/01-sums/01-sums.md", links: ["exercise:add", "exercise:add-all#functions"])
    try lesson("lessons/02-products/01-products.md", links: ["exercise:double"], prerequisites: "[sums]")
  }

  /// Deletes the folder; every test does so at its end.
  func delete() { try? FileManager.default.removeItem(at: folder) }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  func write(_ path: String, _ text: String) throws {
    let file = url(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

  /// Replaces every occurrence of a text in a file, which must hold it.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try read(path)
    precondition(text.contains(old), "\(path) does not hold '\(old)'")
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  func exercise(_ id: String, in topic: String, lesson: String, prerequisites: String = "[]") throws {
    let function = id.replacingOccurrences(of: "-", with: "_")
    try write(
      "exercises/\(topic)/\(id).md",
      """
      ---
      title: Exercise \(id)
      lesson: \(lesson)
      difficulty: 2
      minutes: 15
      prerequisites: \(prerequisites)
      ---
      Compute $a + b$, see [the lesson](lesson:\(lesson)#the-idea).

      ## Functions

      - `\(function)(a, b)`: $a + b$

      ## Hints

      1. Look at $a$.
      2. Look at `b`.
      3. Put them together.

      """)
    let declaration = "func \(function)(_ a: Double, _ b: Double) -> Double"
    try write("exercises/\(topic)/\(id).swift", "// \(id)\n\n\(declaration) {\n  todo(\"sum\")\n}\n")
    try write("solutions/\(topic)/\(id).swift", "// \(id)\n\n\(declaration) {\n  a + b\n}\n")
    let misconception = "## minus\n\nSee [the idea](lesson:\(lesson)#the-idea)."
    try write("solutions/\(topic)/\(id).md", "## Afterwards\n\nWell added.\n\n\(misconception)\n")
  }

  func lesson(_ path: String, links: [String], prerequisites: String = "[]") throws {
    let list = links.map { "- [Try it](\($0))" }.joined(separator: "\n")
    try write(
      path,
      """
      ---
      title: A lesson
      sources:
        - lecture: gao
          slides: [One, "Two: three"]
      objectives: [add numbers]
      prerequisites: \(prerequisites)
      ---
      ## The idea

      Words, [the idea](#the-idea).

      \(list)

      """)
  }
}
