import Course
import Files
import Foundation
import Site
import Testing

@Suite struct `What cannot be published` {
  /// The problems of a course, each as `file:line: message`.
  private func problems(_ root: String) -> [String] {
    do {
      _ = try Publications.renderer(root).files()
      return []
    } catch let error as CourseError {
      return error.problems.map {
        "\($0.file ?? "")\($0.line.map { ":\($0)" } ?? ""): \($0.message)"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `is all named in one run with file and line`() throws {
    let expected = try String(contentsOfFile: "\(Publications.fixtures)/unpublishable/problems.txt", encoding: .utf8)
    #expect(problems("\(Publications.fixtures)/unpublishable") == expected.split(separator: "\n").map(String.init))
  }

  @Test func `is not a course in order`() {
    #expect(problems("\(Publications.fixtures)/publication") == [])
  }

  @Test(arguments: [
    ("title: Spread", "title: a: b" as Passage, "spread:2: the front matter is not YAML"),
    ("title: Spread", "titel: Spread", "spread:2: the front matter has no 'title'"),
    ("---\n\nAn", "\n\nAn", "spread:1: the front matter that begins"),
    ("An unm", "$$ An unm", "spread:8: the formula that begins with '$$' here"),
    ("An unm", Passage(String(repeating: ">", count: 10_000)), "spread:8: the nesting is deeper than"),
    (
      "An unm", Passage(String(repeating: "*a ", count: 10_000) + String(repeating: "b*", count: 10_000)),
      "spread:8: the nesting is deeper than 100"
    ),
    (
      "An unm",
      Passage("$" + String(repeating: "{", count: 10_000) + "x" + String(repeating: "}", count: 10_000) + "$"),
      "spread:8: KaTeX rejects a formula"
    ),
    ("An unm", Passage(String(repeating: "word ", count: 1_000_000)), "spread:8: the file is larger than 4"),
    ("prerequisites: [means]", "prerequisites: [meens]", "spread:5: the prerequisite 'meens'"),
    ("An unm", "$\\href{https://example.org}{x}$ ", "spread:8: KaTeX rejects a formula: \\href"),
  ])
  func `by one mistake is named`(old: String, new: Passage, expected: String) throws {
    let scratch = try Scratch()
    try scratch.copyCourse()
    let file = "\(scratch.path)/course/lessons/02-second/01-spread.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old))
    try Files.write(text.replacingOccurrences(of: old, with: new.text), to: file)
    let found = problems("\(scratch.path)/course")
    let words = "lessons/02-second/01-spread.md" + expected.dropFirst("spread".count)
    #expect(found.count == 1 && found.first?.hasPrefix(words) == true, "\(found.map { $0.prefix(200) })")
  }

  @Test(arguments: [
    ("titel: A course", "lessons/course.yaml:1: there is no key 'titel'"),
    ("title: [a]", "lessons/course.yaml:1: 'title' has a value of the wrong kind"),
    ("topics:\n  first: []", "lessons/course.yaml:2: the title of 'first' is not a text"),
    ("title: [", "lessons/course.yaml:2: the front matter is not YAML"),
  ])
  func `by its description is named`(description: String, expected: String) throws {
    let scratch = try Scratch()
    try scratch.copyCourse()
    try Files.write(description + "\n", to: "\(scratch.path)/course/lessons/course.yaml")
    let found = problems("\(scratch.path)/course")
    #expect(found.count == 1 && found.first?.hasPrefix(expected) == true, "\(found)")
  }
}

/// A text that a test puts into a lesson, shown in part where it is long.
struct Passage: ExpressibleByStringLiteral, CustomTestStringConvertible {
  let text: String

  init(_ text: String) { self.text = text }

  init(stringLiteral text: String) { self.text = text }

  var testDescription: String { text.count > 40 ? "\"\(text.prefix(20))...\" of \(text.count)" : "\"\(text)\"" }
}
