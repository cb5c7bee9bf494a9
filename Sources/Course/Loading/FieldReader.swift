import Markdown

/// Reads front matter key by key and collects what is wrong with it.
struct FieldReader {
  private let file: String
  private let frontMatter: FrontMatter
  private(set) var problems: [Problem] = []

  init(_ frontMatter: FrontMatter, file: String) {
    self.frontMatter = frontMatter
    self.file = file
  }

  /// The text of a key, which must not be empty.
  mutating func text(_ key: String) -> String {
    guard let entry = entry(key) else { return "" }
    guard let text = entry.value.string, !text.isEmpty else {
      report(entry, "'\(key)' is not a text", "Write '\(key): ' and the text behind it")
      return ""
    }
    return text
  }

  /// The number of a key, which must be at least 1.
  mutating func number(_ key: String) -> Int {
    guard let entry = entry(key) else { return 0 }
    guard let number = entry.value.string.flatMap({ Int($0) }), number >= 1 else {
      report(entry, "'\(key)' is not a number of at least 1", "Write '\(key): 1', for example")
      return 0
    }
    return number
  }

  /// Whether a key is set to `true`; it may be left out.
  mutating func flag(_ key: String) -> Bool {
    guard let entry = frontMatter.entry(key) else { return false }
    guard let text = entry.value.string, ["true", "false"].contains(text) else {
      report(entry, "'\(key)' is neither true nor false", "Write '\(key): true', or leave it out")
      return false
    }
    return text == "true"
  }

  /// The texts of a key that holds a list of them.
  mutating func texts(_ key: String) -> [String] {
    guard let entry = entry(key) else { return [] }
    guard let texts = entry.value.strings else {
      report(entry, "'\(key)' is not a list of texts", "Write '\(key): []', or one line '  - text' for each")
      return []
    }
    return texts
  }

  /// The name that a key holds.
  mutating func name<Name: RawRepresentable<String>>(_ key: String, as: Name.Type) -> Name? {
    guard let entry = entry(key) else { return nil }
    let name = entry.value.string.flatMap { Name(rawValue: $0) }
    if name == nil { report(entry, "'\(key)' is not a name", Self.nameRule) }
    return name
  }

  /// The names of a key that holds a list of them.
  mutating func names<Name: RawRepresentable<String>>(_ key: String, as: Name.Type) -> [Name] {
    guard let entry = entry(key) else { return [] }
    let texts = texts(key)
    let names = texts.compactMap { Name(rawValue: $0) }
    if names.count < texts.count { report(entry, "'\(key)' holds what is not a name", Self.nameRule) }
    return names
  }

  /// The lectures and slides of a key.
  mutating func sources(_ key: String) -> [Lesson.Source] {
    guard let entry = entry(key) else { return [] }
    let sources = entry.value.list.map { $0.map(Self.source) } ?? [nil]
    if sources.contains(nil) {
      report(
        entry, "'\(key)' is not a list of lectures and slides",
        "Write for each '  - lecture: name' and below it '    slides: [title, title]'")
    }
    return sources.compactMap(\.self)
  }

  private static let nameRule = "Names consist of lowercase letters, digits and hyphens, such as 'lstm-gates'"

  private static func source(_ value: FrontMatter.Value) -> Lesson.Source? {
    guard let lecture = value["lecture"]?.string, let slides = value["slides"]?.strings else { return nil }
    return Lesson.Source(lecture: lecture, slides: slides)
  }

  private mutating func entry(_ key: String) -> FrontMatter.Entry? {
    if let entry = frontMatter.entry(key) { return entry }
    let near = Spelling.nearest(to: key, among: frontMatter.entries.map(\.key))
    let mistyped = near.flatMap { frontMatter.entry($0) }
    let mend = mistyped.map { "Is '\($0.key)' meant?" } ?? "Write '\(key): ...' between the '---' lines at the head"
    let message = "the front matter has no '\(key)'"
    problems.append(Problem(file: file, line: mistyped?.line ?? 1, message: message, mend: mend))
    return nil
  }

  private mutating func report(_ entry: FrontMatter.Entry, _ message: String, _ mend: String) {
    problems.append(Problem(file: file, line: entry.line, message: message, mend: mend))
  }
}
