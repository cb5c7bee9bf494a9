internal import Markdown

/// What is said of a course as a whole: the file `lessons/course.yaml`, all of whose keys may be left out.
package struct CourseDescription: Hashable, Sendable {
  /// The course's title.
  package var title = "Course"

  /// What the course is about, in a sentence or two; empty where nothing is said.
  package var summary = ""

  /// The language of its texts, as HTML names it.
  package var language = "en"

  /// The titles of topics, by the topics' names.
  package var topics: [String: String] = [:]

  /// A course of which nothing is said.
  package init() {}

  /// The title of a topic: the one that is given, or the name of its folder.
  package func title(of topic: Topic) -> String {
    if let title = topics[topic.name] { return title }
    return topic.name.prefix(1).uppercased() + topic.name.dropFirst().map { $0 == "-" ? " " : $0 }
  }
}

extension CourseLayout {
  /// The file that describes the course, as a path from its folder.
  package static let descriptionFile = "lessons/course.yaml"

  /// Reads what is said of the course; the defaults where there is no such file.
  package func loadDescription() throws(CourseError) -> CourseDescription {
    let name = Self.descriptionFile
    guard SourceFile.exists(path(name)) else { return CourseDescription() }
    let text = try SourceFile.text(of: path(name), named: name)
    let entries: FrontMatter
    do throws(MarkdownError) {
      entries = try FrontMatter(parsing: text)
    } catch {
      throw CourseError(Problem(file: name, line: error.line, message: error.description, mend: error.mend))
    }
    return try CourseDescription(entries)
  }
}

extension CourseDescription {
  fileprivate init(_ entries: FrontMatter) throws(CourseError) {
    var problems: [Problem] = []
    func report(_ entry: FrontMatter.Entry, _ message: String, _ mend: String) {
      problems.append(
        Problem(file: CourseLayout.descriptionFile, line: entry.line, message: message, mend: mend))
    }
    for entry in entries.entries {
      switch (entry.key, entry.value) {
      case ("title", .string(let text)): title = text
      case ("summary", .string(let text)): summary = text
      case ("language", .string(let text)): language = text
      case ("topics", .map(let titles)):
        for title in titles {
          if let text = title.value.string {
            topics[title.key] = text
          } else {
            report(title, "the title of '\(title.key)' is not a text", "Write '\(title.key): Title'")
          }
        }
      default:
        let keys = ["title", "summary", "language", "topics"]
        let near = Spelling.suggestion(for: entry.key, among: keys)
        let isKnown = keys.contains(entry.key)
        let message = isKnown ? "'\(entry.key)' has a value of the wrong kind" : "there is no key '\(entry.key)'"
        let mend = isKnown ? "Write a text, or for topics one line 'name: text' each" : near
        report(entry, message, mend ?? "The keys are \(keys.joined(separator: ", "))")
      }
    }
    if let error = CourseError(problems) { throw error }
  }
}
