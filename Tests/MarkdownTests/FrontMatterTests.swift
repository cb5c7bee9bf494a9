import Markdown
import Testing

@Suite struct `Front matter` {
  @Test func `holds strings, lists and maps`() throws {
    let source = """
      ---
      title: "Backpropagation: through time"
      difficulty: 3
      empty:
      prerequisites: []
      objectives:
        - derive it
        - 'check it'
      sources:
        - lecture: gao
          slides: [One, Two]
      ---
      Text
      """
    let document = try Document(parsing: source)
    let frontMatter = document.frontMatter
    #expect(frontMatter["title"]?.string == "Backpropagation: through time")
    #expect(frontMatter["difficulty"] == .string("3"))
    #expect(frontMatter["empty"] == .string(""))
    #expect(frontMatter["prerequisites"]?.strings == [])
    #expect(frontMatter["objectives"]?.strings == ["derive it", "check it"])
    #expect(frontMatter["sources"]?.list?.first?["slides"]?.strings == ["One", "Two"])
    #expect(frontMatter["sources"]?.strings == nil)
    #expect(frontMatter["none"] == nil)
    #expect(frontMatter.entries.map(\.line) == [2, 3, 4, 5, 6, 9])
    #expect(document.blocks.map(\.lines) == [13...13])
  }

  @Test(arguments: ["", "Text\n", "\n---\na: b\n---\n", "----\n", " ---\na: b\n---\n"])
  func `is empty where the first line does not open it`(source: String) throws {
    #expect(try Document(parsing: source).frontMatter.entries.isEmpty)
  }

  @Test(arguments: ["---\n---\n# A", "---\n# a comment\n---\n# A", "---\n\n...\n# A"])
  func `may be empty`(source: String) throws {
    let document = try Document(parsing: source)
    #expect(document.frontMatter.entries.isEmpty)
    #expect(document.headings.map(\.text) == ["A"])
  }

  @Test func `may have any line ends and a byte order mark`() throws {
    for source in [
      "\u{FEFF}---\r\na: b\r\n---\r\n\r\nText\r\n", "---\ra: b\r---\r\rText", "---  \na: b\n---\t\n\nText",
    ] {
      let document = try Document(parsing: source)
      #expect(document.frontMatter["a"]?.string == "b")
      #expect(document.blocks.map(\.lines) == [5...5])
    }
  }

  @Test(arguments: [
    ("---\ntitle: a\n", MarkdownError.Reason.frontMatterNotClosed, 1),
    ("---", .frontMatterNotClosed, 1),
    ("---\na: b\na: c\n---\n", .duplicateKey("a"), 3),
    ("---\n- a\n---\n", .frontMatterIsNotAMap, 2),
    ("---\nwords\n---\n", .frontMatterIsNotAMap, 2),
    ("---\na: &x b\n---\n", .unsupportedYAML("an anchor"), 2),
    ("---\na: b\nc: *x\n---\n", .unsupportedYAML("an alias"), 3),
    ("---\na: !!int 3\n---\n", .unsupportedYAML("a tag"), 2),
    ("---\n[a]: b\n---\n", .unsupportedYAML("a key that is not a string"), 2),
    ("---\na: \(String(repeating: "[", count: 20))\n---\n", .tooDeep(limit: 16), 2),
  ])
  func `that is wrong is refused with its line`(source: String, reason: MarkdownError.Reason, line: Int) {
    #expect(throws: MarkdownError(reason, line: line)) { try Document(parsing: source) }
  }

  @Test(arguments: [
    ("---\ntitle: GRU: the gates\n---\n", 2), ("---\na: b\n\tc: d\n---\n", 3), ("---\na: [b\n---\n", 3),
    ("---\na: \"b\n---\n", 3), ("---\na: b\n c: \u{0}\n---\n", 3), ("---\na: }\n---\n", 2),
  ])
  func `that is not YAML is refused with its line`(source: String, line: Int) throws {
    let error = try #require(throws: MarkdownError.self) { try Document(parsing: source) }
    guard case .malformedFrontMatter(let words) = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect(!words.isEmpty)
    #expect(error.line == line)
  }
}
