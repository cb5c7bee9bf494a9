import Files
import Grading
import Testing

@Suite struct `Explanations of survivors` {
  private static let block = """
    ```survivor
    in: mean
    line: return x.sum / n
    from: x.sum / n
    to: x.sum
    ```
    """

  @Test func `are read from sections`() throws {
    let text =
      "# Survivors\n\nOf the mean.\n\n## One\n\n\(Self.block)\n\nThe number n\nis 1.\n\n## Two\n\(Self.block)\nReason.\n"
    let found = try SurvivorExplanation.parse(text, file: "mean.survivors.md")
    #expect(found.map(\.number) == [5, 17])
    #expect(found.map(\.reason) == ["The number n is 1.", "Reason."])
    #expect(found.map(\.function) == ["mean", "mean"])
    #expect(found.map(\.line) == ["return x.sum / n", "return x.sum / n"])
    #expect(found.map(\.original) == ["x.sum / n", "x.sum / n"])
    #expect(found.map(\.replacement) == ["x.sum", "x.sum"])
  }

  @Test(arguments: [
    ("## One\nText only.\n", "mean.survivors.md:1: a surviving mutant is told by a fenced block"),
    ("\n## One\n\(block)\n", "mean.survivors.md:2: say behind the block why"),
    ("## One\n```survivor\nline: a\n```\nReason.\n", "the block needs 'in:'"),
    ("## One\n```survivor\nplace: a\n```\nReason.\n", "'place: a' is none of"),
  ])
  func `say what is wrong with them`(_ text: String, _ message: String) {
    let fault = #expect(throws: GradingFault.self) {
      try SurvivorExplanation.parse(text, file: "mean.survivors.md")
    }
    #expect(fault?.description.contains(message) == true)
  }

  @Test func `may be missing`() throws {
    #expect(try SurvivorExplanation.load("/nowhere/mean.survivors.md").isEmpty)
  }
}
