import Testing
import Watching

@Suite struct `Keys` {
  @Test(arguments: [
    ("hq", [Key.character("h"), .character("q")]), ("\u{1B}[A\u{1B}[B", [.up, .down]), ("\u{1B}OA", [.up]),
    ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]), ("\u{1B}[1~\u{1B}[4~\u{1B}[H\u{1B}[F", [.home, .end, .home, .end]),
    ("\u{1B}", [.escape]), ("\r", [.character("\n")]), ("\u{1B}[1;5Cq", [.character("q")]), ("\u{1B}[", []),
    ("é\u{7F}\u{3}", []), (" ", [.character(" ")]),
  ])
  func `are read as a terminal sends them`(bytes: String, keys: [Key]) {
    #expect(Key.keys(in: Array(bytes.utf8)) == keys)
  }
}

@Suite struct `Lines of a screen` {
  @Test func `are cut and folded at their visible width`() {
    let line = "\u{1B}[1;31mFAIL\u{1B}[0m of everything"
    #expect(Screen.cut(line, to: 6) == "\u{1B}[1;31mFAIL\u{1B}[0m o")
    #expect(Screen.fold(line, to: 9) == ["\u{1B}[1;31mFAIL\u{1B}[0m of e", "verything"])
    #expect(Screen.fold("", to: 9) == [""])
    #expect(Screen.fold("123456", to: 3) == ["123", "456"])
    #expect(Screen.fold("Grüße 你好", to: 40) == ["Grüße 你好"])
  }
}
