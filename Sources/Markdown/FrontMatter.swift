/// The values at the head of a document, between two lines `---`.
///
/// A small part of YAML: strings, lists and maps. Numbers and truth values stay the strings they are written as, so that
/// whoever reads them decides what they mean.
package struct FrontMatter: Hashable, Sendable {
  /// A value.
  package indirect enum Value: Hashable, Sendable {
    /// A scalar as written, quotes resolved.
    case string(String)
    /// A list.
    case list([Value])
    /// A map, in the order of the file.
    case map([Entry])
  }

  /// A key and its value.
  package struct Entry: Hashable, Sendable {
    /// The key.
    package var key: String

    /// The value.
    package var value: Value

    /// The line of the file on which the key stands, counted from 1.
    package var line: Int

    /// Makes an entry.
    package init(key: String, value: Value, line: Int) {
      self.key = key
      self.value = value
      self.line = line
    }
  }

  /// The entries in the order of the file.
  package var entries: [Entry]

  /// Makes a front matter.
  package init(entries: [Entry] = []) {
    self.entries = entries
  }

  /// The entry of the given key.
  package func entry(_ key: String) -> Entry? {
    entries.first { $0.key == key }
  }

  /// The value of the given key.
  package subscript(key: String) -> Value? { entry(key)?.value }
}

extension FrontMatter.Value {
  /// The string, where the value is one.
  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The values of a list, where the value is one.
  package var list: [FrontMatter.Value]? {
    if case .list(let values) = self { values } else { nil }
  }

  /// The strings of a list that holds nothing else.
  package var strings: [String]? {
    guard let values = list else { return nil }
    let strings = values.compactMap(\.string)
    return strings.count == values.count ? strings : nil
  }

  /// The value of a key, where the value is a map that has it.
  package subscript(key: String) -> FrontMatter.Value? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

extension FrontMatter {
  /// Reads a file that holds such values and nothing else.
  package init(parsing source: String) throws(MarkdownError) {
    self.init(entries: try YAMLReader.entries(of: try SourceLines(source)))
  }

  /// Parts a file into its front matter and its body.
  static func split(_ source: SourceLines) throws(MarkdownError) -> (FrontMatter, SourceLines) {
    guard source.count > 0, source.trimmedLine(0) == "---" else { return (FrontMatter(), source) }
    for index in 1..<source.count where ["---", "..."].contains(source.trimmedLine(index)) {
      let entries = try YAMLReader.entries(of: source[1..<index])
      return (FrontMatter(entries: entries), source[(index + 1)...])
    }
    throw MarkdownError(.frontMatterNotClosed, line: 1)
  }
}
