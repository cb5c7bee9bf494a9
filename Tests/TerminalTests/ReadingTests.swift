import Course
import Foundation
import Markdown
import Testing

@testable import Terminal

@Suite struct `A page` {
  private func page(_ source: String, width: Int, usesColour: Bool = false, showsAnswers: Bool = false) throws -> String
  {
    let reading = ReadingText(
      style: TerminalStyle(usesColour: usesColour, width: width), showsAnswers: showsAnswers,
      exercises: { $0.rawValue == "bptt" ? ExerciseCard(title: "Backpropagation", facts: "20 points") : nil },
      figures: { $0 == "rising" ? FigureText(title: "A rising line", alternative: "From 0 to 1.") : nil })
    let blocks = try Document(parsing: source).blocks
    return reading.page(
      title: "Everything", facts: ["Before it: nothing"], aims: ["Say *what* $x_1$ is"], blocks: blocks)
  }

  private static let everything = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/reading/everything.md")

  @Test(arguments: [(60, false, false), (96, false, true), (80, true, false)])
  func `is the one recorded`(width: Int, usesColour: Bool, showsAnswers: Bool) throws {
    let source = try String(contentsOf: Self.everything, encoding: .utf8)
    let text = try page(source, width: width, usesColour: usesColour, showsAnswers: showsAnswers)
    try expectSnapshot(text, "reading-\(width)" + (usesColour ? "-in-colour" : ""))
  }

  @Test(arguments: 40...110)
  func `has no line that is too wide`(width: Int) throws {
    let source = try String(contentsOf: Self.everything, encoding: .utf8)
    for line in try page(source, width: width).split(separator: "\n") {
      #expect(TextWidth.columns(String(line)) <= width, "\(line)")
    }
  }

  @Test func `passes nothing on that steers a terminal`() throws {
    let evil = "a\u{1B}[2Jb\u{7}\u{9B}31m\u{202E}"
    let source = """
      # \(evil)

      \(evil) `\(evil)` $\(evil)$ $\\text{\(evil)}$ [\(evil)](https://e.org/\(evil)) ![\(evil)](x.png)

      | \(evil) |
      | --- |
      | \(evil) |

      > [!pitfall] \(evil)
      > \(evil)

      ![\(evil)](x.png "\(evil)")

      ```
      \(evil)
      ```

      $$\(evil)$$
      """
    let text = try page(source, width: 80)
    #expect(text.contains("\\u{1B}"))
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}")
    }
    // In colour, escape sequences are those that the page makes itself: a look and its end.
    let parts = try page(source, width: 80, usesColour: true).split(separator: "\u{1B}").dropFirst()
    for part in parts {
      let code = part.prefix { $0 != "m" }
      #expect(code.first == "[" && code.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == ";") })
    }
  }

  @Test func `in colour says the same words`() throws {
    let source = try String(contentsOf: Self.everything, encoding: .utf8)
    var coloured = try page(source, width: 80, usesColour: true)
    while let start = coloured.firstIndex(of: "\u{1B}"), let end = coloured[start...].firstIndex(of: "m") {
      coloured.removeSubrange(start...end)
    }
    #expect(try page(source, width: 80) == coloured)
  }

  @Test func `shows a table whose words do not fit as lists`() throws {
    let word = String(repeating: "long", count: 8)
    let text = try page("| a | b |\n| --- | --- |\n| \(word) | \(word) |", width: 60)
    #expect(text.contains("• a: \(word)\n  b: \(word)\n"))
  }
}

@Suite struct `Columns` {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("ŷ", 1), ("h\u{303}ₜ", 2), ("日本", 4), ("한", 2), ("👍", 2), ("👍🏽", 2),
    ("👨‍👩‍👧", 2), ("🇨🇭", 2), ("❤️", 2), ("❤", 1), ("ｆ", 2), ("\u{200B}", 0), ("⊙", 1), ("┃", 1), ("\u{AD}", 0),
  ])
  func `of a text`(text: String, columns: Int) {
    #expect(TextWidth.columns(text) == columns)
  }
}
