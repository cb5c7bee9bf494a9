package import Course
internal import Files

/// What students get of a course: lessons, statements and starters, and nothing that gives an answer away.
package struct Release {
  private let layout: CourseLayout

  /// The folders that are given out.
  private static let folders = ["lessons", "exercises"]

  /// Prepares the release of a course.
  package init(_ layout: CourseLayout) { self.layout = layout }

  /// The files by their paths in the folder that is given out.
  ///
  /// - Throws: ``WorkspaceError`` when a line of a solution stands in one of them, or solutions are missing, so that it cannot be told.
  package func files(named title: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for folder in Self.folders { try add("\(layout.root)/\(folder)", folder, to: &files) }
    let settings = "\(layout.root)/\(CourseLayout.settingsFile)"
    if Files.kind(settings) == .file { files[CourseLayout.settingsFile] = try Files.read(settings) }
    files["README.md"] = Array(Self.readme(title).utf8)
    let leaks = try leaks(in: files)
    guard leaks.isEmpty else {
      throw WorkspaceError(
        "nothing was released: lines of solutions stand in what students would get.\n" + leaks.joined(separator: "\n"))
    }
    return files
  }

  private func add(_ path: String, _ name: String, to files: inout [String: [UInt8]]) throws {
    for entry in try Files.list(path) where !entry.hasPrefix(".") {
      let inner = "\(path)/\(entry)"
      switch Files.kind(inner) {
      case .folder?: try add(inner, "\(name)/\(entry)", to: &files)
      case .file?: files["\(name)/\(entry)"] = try Files.read(inner)
      default:
        throw WorkspaceError("\(inner) is no regular file, and only those are released. Put the file itself there.")
      }
    }
  }

  /// The places where a line of a solution stands that its starter does not hold.
  private func leaks(in files: [String: [UInt8]]) throws -> [String] {
    var secrets: [Substring: String] = [:]
    var given: Set<Substring> = []
    for location in try layout.exercises() {
      guard Files.exists(location.files.solution) else {
        throw WorkspaceError(
          "\(layout.root) has no solution for \(location.id), so nobody can tell whether one is given away. Release from a checkout "
            + "or an installation with solutions.")
      }
      for line in Self.lines(try Files.text(location.files.solution)) {
        secrets[line] = layout.relative(location.files.solution)
      }
      given.formUnion(Self.lines((try? Files.text(location.files.starter)) ?? ""))
    }
    var found: [String] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      for (number, line) in Self.numbered(String(decoding: bytes, as: UTF8.self)) {
        for text in [line] + Self.inlineCode(line) where !given.contains(text) {
          guard let solution = secrets[text] else { continue }
          found.append("\(name):\(number): '\(text)' is a line of \(solution)")
        }
      }
    }
    return found
  }

  /// The lines that say something: code, without the space around it.
  private static func lines(_ text: String) -> [Substring] { numbered(text).map(\.line) }

  private static func numbered(_ text: String) -> [(number: Int, line: Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      var rest = line
      while let last = rest.last, last.isWhitespace { rest.removeLast() }
      while let first = rest.first, first.isWhitespace { rest.removeFirst() }
      // Brackets alone, and comments, tell nothing.
      guard rest.contains(where: \.isLetter), !rest.hasPrefix("//"), rest != "} else {" else { return nil }
      return (index + 1, rest)
    }
  }

  /// What stands between grave accents, as code does within a sentence.
  private static func inlineCode(_ line: Substring) -> [Substring] {
    line.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map(\.element)
  }

  private static func readme(_ title: String) -> String {
    """
    # \(title)

    - `lessons/`: the lessons, in Markdown; `gradus read NAME` shows one in the terminal.
    - `exercises/`: for each exercise the statement, `NAME.md`, and the starter, `NAME.swift`.

    Write your code in place of each `todo` of a starter, and check it in this folder as often as you like:

    ```
    gradus check NAME
    ```

    """
  }
}
