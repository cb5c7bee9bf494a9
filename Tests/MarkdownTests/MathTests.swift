import Markdown
import Testing

/// The formulas of a text in their order, those on display between `$$`.
private func formulas(_ source: String) throws -> [String] {
  let document = try Document(parsingBody: source)
  var found: [String] = []
  for block in document.blocks { collect(block, into: &found) }
  return found
}

private func collect(_ block: Block, into found: inout [String]) {
  if case .math(let tex) = block.kind { found.append("$$\(tex)$$") }
  block.inlines.walkInlines { inline in
    if case .math(let tex, let isDisplay) = inline.kind { found.append(isDisplay ? "$$\(tex)$$" : "$\(tex)$") }
  }
  for child in block.children { collect(child, into: &found) }
}

@Suite struct `Formulas` {
  @Test(arguments: [
    ("Let $x_t$ and $h_{t-1}$ be", ["$x_t$", "$h_{t-1}$"]),
    (#"$a_1 * b_2 * c$ and $\{x\}$ and $a \\ b$"#, ["$a_1 * b_2 * c$", #"$\{x\}$"#, #"$a \\ b$"#]),
    ("*with $x$ inside* and [a $y$](b) and **$z$**", ["$x$", "$y$", "$z$"]),
    ("# A heading of $dW_h$\nand $x$", ["$dW_h$", "$x$"]),
    ("- item $a$\n- item $b$", ["$a$", "$b$"]),
    ("($x$), $y$. \"$z$\"", ["$x$", "$y$", "$z$"]),
    ("$a <b> c$ and $[x](y)$ and $&amp;$", ["$a <b> c$", "$[x](y)$", "$&amp;$"]),
    (#"$\$5$"#, [#"$\$5$"#]),
    ("over $a +\nb$ lines", ["$a +\nb$"]),
    ("over $a\n- b$ lines", ["$a\n- b$"]),
    ("the vector $ŷ_t ∈ ℝ$", ["$ŷ_t ∈ ℝ$"]),
    ("$x$", ["$x$"]),
    ("text $$x^2$$ text", ["$$x^2$$"]),
  ])
  func `are found and kept as they are`(source: String, expected: [String]) throws {
    #expect(try formulas(source) == expected)
  }

  @Test(arguments: [
    "a price of $5 and $6", "$5/$6", "from $5 to 6 $", "only one $ here", "two $ in $ one", #"\$x\$"#, #"\$x$"#,
    "`$x$`", "``$x` $y$``", "```\n$x$\n```", "~~~ $a$\n$x$\n~~~", "text\n\n    $x$", "<pre>$x$</pre>",
    "> ```\n> $x$\n> ```", "- ```\n  $x$\n  ```", "costs $5 `x$`", "one $a\n\nb$ two", "$$ open\n\nclose $$",
    "- costs $5\n- costs 6$", "# A $x\nb$", "$$", "$$$$", "$$ $$", "$$$x$$$", "<a href=\"$x$\">", "$5 `and` $6",
  ])
  func `are not seen where there are none`(source: String) throws {
    let html = try HTMLRenderer.render(Document(parsingBody: source))
    #expect(try formulas(source).isEmpty)
    #expect(html.contains("$") || !source.contains("$"))
    #expect(html.unicodeScalars.allSatisfy { $0.value < 0x80 })
  }

  @Test func `on display stand as blocks of their own`() throws {
    let source = "before\n\n$$\n\\begin{aligned}\na_1 &= b * c \\\\\n- d &= # e\n=\n\\end{aligned}\n$$\n\nafter\n"
    let document = try Document(parsingBody: source)
    try #require(document.blocks.count == 3)
    #expect(document.blocks[1].kind == .math("\\begin{aligned}\na_1 &= b * c \\\\\n- d &= # e\n=\n\\end{aligned}"))
    #expect(document.blocks[1].lines == 3...9)
    #expect(document.blocks[2].lines == 11...11)
  }

  @Test func `on display next to text stay in their paragraph`() throws {
    let document = try Document(parsingBody: "where\n$$\nx\n$$\nholds")
    try #require(document.blocks.count == 1)
    #expect(
      document.blocks[0].inlines.map(\.kind) == [
        .text("where"), .softBreak, .math("x", isDisplay: true), .softBreak, .text("holds"),
      ])
  }

  @Test(arguments: [
    ("> [!erratum] Title\n>\n> $$\n> a\n> > 0\n> $$\n> then $b >\n> c$", ["$$a\n> 0$$", "$b >\nc$"]),
    ("1. first\n\n   $$\n   x\n   - y\n   $$\n\n2. second $z$", ["$$x\n- y$$", "$z$"]),
    ("- > $$\n  > x\n  > $$", ["$$x$$"]),
    ("> text\n> > $$\n> > x\n> > $$", ["$$x$$"]),
  ])
  func `keep quotes and lists around them`(source: String, expected: [String]) throws {
    #expect(try formulas(source) == expected)
  }

  @Test func `in what is no text come back as written`() throws {
    let document = try Document(parsingBody: "[a](http://b/$c$ \"$d$\") ![$e$](f) `x`\n\n[r]\n\n[r]: /u$v$\n")
    #expect(document.links.map(\.destination) == ["http://b/$c$", "/u$v$"])
    let html = HTMLRenderer.render(document)
    #expect(html.contains("title=\"$d$\"") && html.contains("alt=\"e\""))
  }

  @Test func `give way to private use characters of the text`() throws {
    let document = try Document(parsingBody: "\u{F0001}\u{F0041} $x$ \u{F0042}")
    #expect(document.blocks.plainText == "\u{F0001}\u{F0041} x \u{F0042}")
    let all = String(String.UnicodeScalarView((0xF00...0xFFE).compactMap { Unicode.Scalar($0 << 8) }))
    #expect(throws: MarkdownError(.noMarkLeft, line: 1)) { try Document(parsingBody: "$x$" + all) }
  }
}
