import Markdown
import Testing

@Suite struct `What begins and never ends` {
  @Test(arguments: [
    ("text\n\n```swift\ncode\n", 3), ("- ~~~\n  code\n\ntext", 1), ("> ```\n> a\n> ````x\n\nb", 1), ("```", 1),
    ("````\n```\n", 1),
  ])
  func `of code is found with its line`(source: String, line: Int) throws {
    #expect(try Document(parsingBody: source).unclosed == [Document.Unclosed(kind: .fence, line: line)])
  }

  @Test(arguments: [
    ("a\n$x_1 + y\n\nb", 2, false), ("a $\\alpha", 1, false), ("---\na: b\n---\n\n$$\nx\n\ny", 5, true),
    ("| $x | y |\n|---|---|\n", 1, false),
  ])
  func `of formulas is found with its line`(source: String, line: Int, isDisplay: Bool) throws {
    let expected = Document.Unclosed(kind: .formula(isDisplay: isDisplay), line: line)
    #expect(try Document(parsing: source).unclosed == [expected])
  }

  @Test(arguments: [
    "```\ncode\n```\n", "> ~~~ x\n> a\n> ~~~~\n\nb", "- ```\n  a\n  ```", "    ```\n    x\n\ny", "a price of $5 and $6",
    "`$x`", "\\$x", "$x$ and $$y$$", "```\n$x\n```", "it costs 5 $", "",
  ])
  func `is not seen where there is none`(source: String) throws {
    #expect(try Document(parsing: source).unclosed.isEmpty)
  }

  @Test(arguments: [
    ("---\na: b\n---\nc", 1), ("---\n---\n", 0), ("---\na b\n---\n", 0), ("---\na: [\n---\n", 0), ("---\na: b\n", 0),
    ("---\n- a\n---\n", 0),
  ])
  func `does not keep a fragment from being read, nor does what is no front matter`(source: String, keys: Int) throws {
    #expect(try Document(parsingFragment: source).frontMatter.entries.count == keys)
  }
}
