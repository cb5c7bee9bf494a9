import Markdown
import Testing

@Suite struct `A document` {
  @Test(arguments: [
    ("Backpropagation through time", "backpropagation-through-time"), ("What's new?", "whats-new"),
    ("A  B", "a--b"), ("`h_t` and $dW_h$", "h_t-and-dw_h"), ("Über-Größe 2.0", "über-größe-20"), ("!?", ""),
    ("`a` & b", "a--b"),
  ])
  func `names headings as GitHub does`(heading: String, slug: String) throws {
    #expect(try Document(parsingBody: "## \(heading)\n").headings.map(\.slug) == [slug])
  }

  @Test func `numbers the names of headings that repeat`() throws {
    let document = try Document(parsingBody: "# A\n## A\n# A-1\nB\n===\n")
    #expect(document.headings.map(\.slug) == ["a", "a-1", "a-1-1", "b"])
    #expect(document.headings.map(\.line) == [1, 2, 3, 4])
    #expect(document.headings.map(\.level) == [1, 2, 1, 1])
  }

  @Test func `gives a section by its heading`() throws {
    let document = try Document(parsingBody: "## A\none\n### B\ntwo\n## C\nthree\n# D\n")
    #expect(document.section(titled: "A")?.blocks.count == 3)
    #expect(document.section(titled: "A")?.line == 1)
    #expect(document.section(titled: "B")?.blocks.plainText == "two")
    #expect(document.section(titled: "D")?.blocks.isEmpty == true)
    #expect(document.section(titled: "E") == nil)
  }

  @Test func `knows its links and their lines`() throws {
    let source = "a\n[one](lesson:a#b)\n\n> text\n> **[two *words*](exercise:c)** ![no](d)\n\n[r\ns]\n\n[r s]: e\n"
    let links = try Document(parsingBody: source).links
    #expect(links.map(\.destination) == ["lesson:a#b", "exercise:c", "e"])
    #expect(links.map(\.text) == ["one", "two words", "r s"])
    #expect(links.map(\.line) == [2, 5, 7])
  }

  @Test func `knows the lines of blocks behind front matter`() throws {
    let document = try Document(parsing: "---\na: b\n---\n# A\n\n- b\n- c\n  d `e\n  f` [g](h)\n\n```swift\nx\n```\n")
    #expect(document.blocks.map(\.lines.lowerBound) == [4, 6, 11])
    #expect(document.blocks.map(\.lines.upperBound) == [4, 9, 13])
    #expect(document.links.map(\.line) == [9])
    guard case .list(let list) = document.blocks[1].kind else {
      Issue.record("no list")
      return
    }
    #expect(list.start == nil && list.isTight)
    #expect(list.items.map(\.lines) == [6...6, 7...9])
  }

  @Test func `gives plain text`() throws {
    let document = try Document(
      parsingBody: "# A *b*\n\nc `d` $e$\nf  \ng <i>h</i> ![j](k)\n\n- l\n- m\n\n> n\n\n---\n\n```\no\n```\n")
    #expect(document.blocks.plainText == "A b\nc d e f\ng h j\nl\nm\nn\no\n")
  }

  @Test(arguments: [
    "", "\n", "\0", "a\0b `c\0` $d\0$", "$", "\\", "$\\", "`", "$a", "<", "[", "![", "&#0;", "\u{2028}", "\r", "\r\n\r",
    "\u{FFFE}\u{10FFFF}", "-", ">", "    ", "\t$", "$$\\", "$a\n", "> $$\n> a\n$$", "[a]: b", "[a]: $b$\n",
  ])
  func `of odd characters is read`(source: String) throws {
    let document = try Document(parsing: source)
    #expect(!HTMLRenderer.render(document).contains("\0"))
  }

  @Test(arguments: [">", "- ", "*a _b ", "[", "![", "1. "])
  func `that nests deeply is read or refused`(mark: String) {
    let source = String(repeating: mark, count: 20_000) + "x" + String(repeating: "]", count: 20_000) + "(y)"
    do {
      _ = try Document(parsingBody: source)
    } catch {
      #expect(error == MarkdownError(.tooDeep(limit: Document.deepestNesting), line: 1))
    }
  }

  @Test func `may nest up to the limit and no deeper`() throws {
    let quotes = String(repeating: ">", count: Document.deepestNesting - 1)
    #expect(try Document(parsingBody: "a\n\n\(quotes)x").blocks.count == 2)
    #expect(throws: MarkdownError(.tooDeep(limit: Document.deepestNesting), line: 3)) {
      try Document(parsingBody: "a\n\n\(quotes)>x")
    }
    let emphasis = String(repeating: "*a ", count: 200) + String(repeating: "b*", count: 200)
    #expect(throws: MarkdownError(.tooDeep(limit: Document.deepestNesting), line: 1)) {
      try Document(parsingBody: emphasis)
    }
  }

  @Test func `may be large, within bounds`() throws {
    let many = String(repeating: "word $x_1$ and `code`\n\n", count: 20_000)
    #expect(try Document(parsingBody: many).blocks.count == 20_000)
    #expect(throws: MarkdownError(.tooLarge(limit: Document.largestSize), line: 1)) {
      try Document(parsing: String(repeating: "a", count: Document.largestSize + 1))
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `of any mixture of marks is read and nothing stays hidden`(seed: UInt64) throws {
    let marks = [
      "$", "$$", "`", "``", "\n", "\n\n", "> ", "- ", "1. ", "# ", "\\", "*", "_", "[", "](a)", "x", " ", "    ", "<b>",
      "```\n", "---\n", "=\n", "|", "|-|\n", "-|-\n", "[!question]", "[!answer]\n",
      "&amp;", "é", "\0", "\t", "5",
    ]
    var generator = Generator(state: seed)
    for _ in 0..<250 {
      let source = (0..<20).compactMap { _ in marks.randomElement(using: &generator) }.joined()
      let document = try Document(parsingBody: source)
      let count = source.split(omittingEmptySubsequences: false) { $0 == "\n" }.count
      document.blocks.walkBlocks { #expect((1...count).contains($0.lines.upperBound), "\(source.debugDescription)") }
      document.blocks.walkInlines { #expect((1...count).contains($0.lines.upperBound), "\(source.debugDescription)") }
      let html = HTMLRenderer.render(document)
      #expect(html.unicodeScalars.allSatisfy { $0.value < 0xF0000 }, "\(source.debugDescription)")
    }
  }
}

/// A small generator of random numbers (SplitMix64), so that a failure can be repeated.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
