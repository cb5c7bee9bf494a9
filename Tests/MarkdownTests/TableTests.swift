import Markdown
import Testing

/// The first table of a text.
private func table(_ source: String) throws -> Table? {
  var found: Table?
  try Document(parsingBody: source).blocks.walkBlocks { block in
    if found == nil, case .table(let table) = block.kind { found = table }
  }
  return found
}

/// The words of the cells, row by row.
private func cells(_ source: String) throws -> [[String]]? {
  try table(source)?.allRows.map { $0.cells.map(\.plainText) }
}

@Suite struct `Tables` {
  @Test(arguments: [
    ("| a | b |\n| --- | --- |\n| c | d |", [["a", "b"], ["c", "d"]]),
    ("a | b\n-|-\nc | d", [["a", "b"], ["c", "d"]]),
    ("| a |\n| - |", [["a"]]),
    ("| a | b |\n|---|---|\n| c |\n| d | e | f |\n|", [["a", "b"], ["c", ""], ["d", "e"], ["", ""]]),
    ("| a | |\n|---|---|\n| | b |", [["a", ""], ["", "b"]]),
    (#"| a\|b |"# + "\n|--|\n" + #"| `\|` **\|** |"#, [["a|b"], ["| |"]]),
    (#"| a\\| b |"# + "\n|--|", [["a| b"]]),
    ("| a | b |\n|---|---|\nc\n\nd", [["a", "b"], ["c", ""]]),
    ("text\n| a |\n|---|\n| b |", [["a"], ["b"]]),
    ("| a |\n|---|\n| b |\n---", [["a"], ["b"]]),
    ("| a |\n|---|\n| b |\n===\n| c |\n--\nd\n\ne", [["a"], ["b"], ["==="], ["c"], ["--"], ["d"]]),
    ("| a |\n|---|\n===\n| b |\n|---|", [["a"], ["==="], ["b"], ["---"]]),
    ("> - | a |\n>   |---|\n>   ===\n>   [r]: /u\n> ===", [["a"], ["==="], ["[r]: /u"]]),
    ("| a # | # b |\n|---|---|", [["a #", "# b"]]),
    ("| *a | b* |\n|---|---|\n| `c | d` |", [["*a", "b*"], ["`c", "d`"]]),
    ("[r]: /u\n| [r] |\n|---|\n| [s] |\n\n[s]: /v", [["r"], ["s"]]),
  ])
  func `have the cells that stand between their pipes`(source: String, expected: [[String]]) throws {
    #expect(try cells(source) == expected)
  }

  @Test(arguments: [
    "| a | b |\n| --- |\n| c |", "| a |\n|   |", "a\n-", "a | b\n\n- | -", "| a |\n| -a |", "| a |\n| -:- |",
    "    | a |\n    |---|", "```\n| a |\n|---|\n```", "| a |\n> |---|", "> | a |\n|---|", "- a | b\n- -|-", "|---|",
    "- | a |\n|---|", "1. - | a |\n   |---|", "> | a |\n> |---|x",
  ])
  func `are not seen where the head and the delimiter row do not fit`(source: String) throws {
    #expect(try cells(source) == nil)
  }

  @Test(arguments: ["1.", "1. ", "2. b", "-", "+ ", "    b", "\tb", "<b>", "#", "***", "> b", "```"])
  func `end where another block begins, also one that could not end a paragraph`(line: String) throws {
    let source = "| a |\n|---|\n| b |\n\(line)\n\n| c |"
    #expect(try cells(source) == [["a"], ["b"]])
    let blocks = try Document(parsingBody: source).blocks
    #expect(blocks[0].lines == 1...3 && blocks[1].lines.lowerBound == 4)
    if case .paragraph = blocks[1].kind { Issue.record("\(line) is running text") }
    #expect(try cells("> - | a |\n>   |---|\n>   | b |\n>   \(line)\n\n| c |") == [["a"], ["b"]])
  }

  @Test func `align their columns`() throws {
    let found = try table("a|b|c|d\n:-|-:|:-:|-")
    #expect(found?.alignments == [.left, .right, .centre, nil])
  }

  @Test(arguments: [
    ("| $|x|$ | $\\|y\\|$ |\n|---|---|\n| $a_1 | b_1$ | c |", [["|x|", #"\|y\|"#], ["a_1 | b_1", "c"]]),
    ("| a | b |\n|---|---|\n| $5 | $6 |", [["a", "b"], ["$5", "$6"]]),
    ("| a $x |\n|---|\n| y$ b |", [["a $x"], ["y$ b"]]),
  ])
  func `keep formulas whole and within a row`(source: String, expected: [[String]]) throws {
    #expect(try cells(source) == expected)
  }

  @Test(arguments: [
    ("> | a |\n> |---|\n> | b |\nc", [["a"], ["b"]]), ("- | a |\n  |---|\n  | b |", [["a"], ["b"]]),
    ("- | a |\n  |---|\n  | b |\nc", [["a"], ["b"]]),
    ("  10. | a |\n      |---|\n      | b |", [["a"], ["b"]]),
    ("- text\n\n  | a |\n  |---|\n  | b |", [["a"], ["b"]]),
    ("1. > x\n   >\n   > - | a |\n   >   |---|\n   >   | b |", [["a"], ["b"]]),
    ("> [!pitfall] Title\n> | a |\n> |---|\n> | b |", [["a"], ["b"]]),
  ])
  func `stand in quotes, lists and callouts`(source: String, expected: [[String]]) throws {
    #expect(try cells(source) == expected)
    let blocks = try Document(parsingBody: source).blocks
    #expect(blocks.count == (source.hasSuffix("\nc") ? 2 : 1))
    if case .table? = blocks.first?.kind { Issue.record("the table stands outside") }
  }

  @Test func `leave the lines of all others as they are`() throws {
    let source = "text\n\n| a [x](y) |\n|---|\n| b |\n| c $z$ |\n\n[l](m)\n\n> | d |\n> |---|\n> | e |\n\nend\n"
    let document = try Document(parsing: source)
    #expect(document.blocks.map(\.lines) == [1...1, 3...6, 8...8, 10...12, 14...14])
    #expect(document.links.map(\.line) == [3, 8])
    guard case .table(let table) = document.blocks[1].kind else {
      Issue.record("no table")
      return
    }
    #expect(table.allRows.map(\.line) == [3, 5, 6])
    #expect(table.rows[1].cells[0].first?.lines == 6...6)
  }

  @Test func `cannot ask for more memory than their text`() throws {
    let wide = String(repeating: "|", count: 1001) + "\n" + String(repeating: "|-", count: 1000) + "|\n"
    #expect(throws: MarkdownError(.tooManyEmptyCells(limit: 100_000), line: 103)) {
      try Document(parsing: wide + String(repeating: "|\n", count: 200_000))
    }
  }
}
