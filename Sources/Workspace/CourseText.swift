internal import Course
internal import Files

/// The texts of a course as they stand in a workspace: without hints, with links that lead to files.
struct CourseText {
  private let files: [String: String]

  init(_ catalogue: Catalogue) {
    var files: [String: String] = [:]
    for lesson in catalogue.lessons { files["lesson:\(lesson.id)"] = Workspace.file(of: lesson.location) }
    for exercise in catalogue.exercises {
      files["exercise:\(exercise.id)"] = Workspace.statement(of: exercise.location)
    }
    self.files = files
  }

  /// A statement without its hints, which are asked for one by one.
  func statement(_ text: String, at path: String) -> String {
    var lines: [Substring] = []
    var isHint = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { isHint = line.dropFirst(3).drop { $0 == " " }.hasPrefix("Hints") }
      if !isHint { lines.append(line) }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return linked(lines.joined(separator: "\n") + "\n", at: path)
  }

  /// The text with its links to lessons and exercises leading to the workspace's files.
  func linked(_ text: String, at path: String) -> String {
    let up = String(repeating: "../", count: path.count { $0 == "/" })
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "](") {
      result += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      let target = rest.prefix { $0 != ")" && $0 != "#" && !$0.isWhitespace }
      guard let file = files[String(target)] else { continue }
      result += up + file
      rest = rest[target.endIndex...]
    }
    return result + rest
  }
}
