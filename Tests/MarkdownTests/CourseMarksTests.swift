import Markdown
import Testing

/// The kinds of a text's blocks.
private func kinds(_ source: String) throws -> [Block.Kind] { try Document(parsingBody: source).blocks.map(\.kind) }

@Suite struct `Callouts` {
  @Test(arguments: Callout.Kind.allCases)
  func `are quotes that begin with their kind`(kind: Callout.Kind) throws {
    let source = "> [!\(kind.rawValue)] A *title* of $x$\n> text\n>\n> - item"
    guard case .callout(let callout)? = try kinds(source).first else {
      Issue.record("no callout")
      return
    }
    #expect(callout.kind == kind)
    #expect(callout.title.plainText == "A title of x")
    #expect(callout.blocks.map(\.plainText) == ["text", "item"])
    #expect(callout.blocks.map(\.lines) == [2...2, 4...4])
  }

  @Test(arguments: [
    ("> [!pitfall]", "", []), ("> [!pitfall] Title", "Title", []), ("> [!pitfall]\n>\n> text", "", ["text"]),
    ("> [!pitfall] $a$ b\n> $$c$$", "a b", ["c"]),
  ])
  func `may lack a title or a text`(source: String, title: String, texts: [String]) throws {
    guard case .callout(let callout)? = try kinds(source).first else {
      Issue.record("no callout")
      return
    }
    #expect(callout.title.plainText == title)
    #expect(callout.blocks.map(\.plainText) == texts)
  }

  @Test(arguments: ["> [!erratun] Title", "> [erratum] Title", "> text\n> [!erratum]", "[!erratum] Title", "> [!] x"])
  func `are of the known kinds alone`(source: String) throws {
    for kind in try kinds(source) {
      if case .callout = kind { Issue.record("a callout") }
    }
  }
}

@Suite struct `Questions` {
  @Test func `have the answer that follows them`() throws {
    let source = """
      > [!question]
      > Why?

      > [!answer]
      > Because.

      > [!question] Title
      > How?

      text

      > [!answer]
      > So.
      """
    let blocks = try Document(parsingBody: source).blocks
    try #require(blocks.count == 4)
    guard case .question(let first) = blocks[0].kind, case .question(let second) = blocks[1].kind else {
      Issue.record("no questions")
      return
    }
    #expect(first.blocks.plainText == "Why?" && first.answer?.plainText == "Because.")
    #expect(blocks[0].lines == 1...5)
    #expect(second.title.plainText == "Title" && second.answer == nil)
    guard case .blockQuote(let stray) = blocks[3].kind else {
      Issue.record("an answer without its question is a quote")
      return
    }
    #expect(CalloutMark(stray)?.word == "answer")
  }
}

@Suite struct `Figures` {
  @Test func `are images alone in their paragraphs`() throws {
    let source = "![A *curve*](figure:norms \"Norms of $h_t$\")\n\n> ![x](a/b.png)\n\nwith ![text](c.png)"
    let blocks = try Document(parsingBody: source).blocks
    guard case .figure(let figure)? = blocks.first?.kind else {
      Issue.record("no figure")
      return
    }
    #expect(figure.name == "norms" && figure.alternative.plainText == "A curve")
    #expect(figure.title == "Norms of $h_t$")
    #expect(figure.caption.map(\.kind) == [.text("Norms of "), .math("h_t", isDisplay: false)])
    #expect(figure.caption.map(\.lines) == [1...1, 1...1])
    guard case .figure(let inner)? = blocks[1].children.first?.kind else {
      Issue.record("no figure in a quote")
      return
    }
    #expect(inner.name == nil && inner.source == "a/b.png" && inner.caption.isEmpty)
    #expect(blocks[1].children[0].lines == 3...3)
    guard case .paragraph = blocks[2].kind else {
      Issue.record("an image within a text is no figure")
      return
    }
  }
}
