import Terminal
import Testing

@Suite struct `Text from outside` {
  @Test(arguments: [
    ("plain text", "plain text"), ("Grüße, 你好 👍", "Grüße, 你好 👍"), ("a\tb\nc", "a\tb\nc"), ("", ""),
    ("\u{1B}[31mred\u{1B}[0m", "\\u{1B}[31mred\\u{1B}[0m"), ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"),
    ("over\rwritten", "over\\u{D}written"), ("\u{0}\u{8}\u{7F}", "\\u{0}\\u{8}\\u{7F}"),
    ("\u{9B}2J\u{85}", "\\u{9B}2J\\u{85}"), ("a\r\nb", "a\\u{D}\nb"),
    (
      "\u{202E}txet\u{202C}\u{2066}\u{2069}\u{200F}\u{61C}", "\\u{202E}txet\\u{202C}\\u{2066}\\u{2069}\\u{200F}\\u{61C}"
    ),
    ("\u{FEFF}bom", "\\u{FEFF}bom"),
  ])
  func `is shown without anything that steers a terminal`(text: String, shown: String) {
    #expect(TerminalText.safe(text) == shown)
  }

  @Test func `is safe in every scalar below 0x3000`() {
    for value in 0..<0x3000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in TerminalText.safe(String(scalar)).unicodeScalars where shown != "\n" && shown != "\t" {
        #expect(shown.properties.generalCategory != .control)
      }
    }
  }
}

@Suite struct `Lines` {
  private let style = TerminalStyle(usesColour: false, width: 40)

  @Test func `break at spaces and are indented`() {
    let text = "The quick brown fox jumps over the lazy dog and runs away."
    #expect(style.wrap(text, indent: 4) == "    The quick brown fox jumps over the\n    lazy dog and runs away.")
    for line in style.wrap(text, indent: 7).split(separator: "\n") {
      #expect(line.count <= 40)
      #expect(line.hasPrefix("       "))
    }
  }

  @Test func `keep their own breaks, and long words whole`() {
    #expect(style.wrap("one\n\ntwo", indent: 2) == "  one\n\n  two")
    let number = String(repeating: "1234567890", count: 6)
    #expect(style.wrap("is \(number) here", indent: 0) == "is\n\(number)\nhere")
    #expect(style.wrap("", indent: 3) == "")
  }

  @Test func `keep double spaces, and those at their start`() {
    #expect(style.wrap("a  b", indent: 0) == "a  b")
    #expect(style.wrap("  68 | return x", indent: 2) == "    68 | return x")
  }

  @Test func `are never too narrow to read`() {
    #expect(TerminalStyle(usesColour: false, width: 3).width == 40)
    #expect(style.wrap("aaaa bbbb cccc dddd eeee", indent: 38).split(separator: "\n").count == 2)
  }

  @Test func `are coloured only where wanted`() {
    #expect(style.paint("text", .bad) == "text")
    #expect(TerminalStyle(usesColour: true, width: 80).paint("text", .good) == "\u{1B}[32mtext\u{1B}[0m")
    #expect(TerminalStyle.plain == TerminalStyle(usesColour: false, width: 100))
  }
}
