/// Why a document could not be read, and on which line.
package struct MarkdownError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// A front matter begins with `---` on the first line and no later line closes it.
    case frontMatterNotClosed
    /// The front matter is not YAML; the words are libyaml's.
    case malformedFrontMatter(String)
    /// The front matter is YAML, but not a map of keys to values.
    case frontMatterIsNotAMap
    /// A map in the front matter holds this key twice.
    case duplicateKey(String)
    /// The front matter uses a part of YAML that this reader leaves out, such as an anchor.
    case unsupportedYAML(String)
    /// Blocks, inlines or front matter values nest deeper than the limit.
    case tooDeep(limit: Int)
    /// The document is larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// Rows of tables leave out more cells than the limit.
    case tooManyEmptyCells(limit: Int)
    /// The document uses characters from every block of the private use plane, which leaves none to mark math with.
    case noMarkLeft
    /// The C library ran out of memory.
    case outOfMemory
  }

  /// What is wrong.
  package var reason: Reason

  /// The line of the file on which it is, counted from 1.
  package var line: Int

  /// Makes an error.
  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}

extension MarkdownError: CustomStringConvertible {
  /// The error as a sentence without its line.
  package var description: String {
    switch reason {
    case .frontMatterNotClosed: "the front matter that begins with '---' is not closed by another line '---'"
    case .malformedFrontMatter(let words): "the front matter is not YAML: \(words)"
    case .frontMatterIsNotAMap: "the front matter is not a list of 'key: value' lines"
    case .duplicateKey(let key): "the key '\(key)' stands twice"
    case .unsupportedYAML(let what): "the front matter uses \(what), which is not supported"
    case .tooDeep(let limit): "the nesting is deeper than \(limit) levels"
    case .tooLarge(let limit): "the document is larger than \(limit) bytes"
    case .tooManyEmptyCells(let limit): "the rows of tables leave out more than \(limit) cells"
    case .noMarkLeft: "the document uses the whole private use plane of Unicode"
    case .outOfMemory: "there is not enough memory to read the document"
    }
  }
}
