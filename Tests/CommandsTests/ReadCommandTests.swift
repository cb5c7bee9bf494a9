import Foundation
import Testing

@Suite(.needsCommand) struct `Reading in the terminal` {
  private func run(_ words: [String], _ environment: [String: String] = [:]) throws -> BuiltCommand.Outcome {
    try BuiltCommand.Run(words, in: BuiltCommand.home, environment: environment.mapValues { $0 }, input: nil).finish()
  }

  @Test func `shows a lesson, plain and at the width of COLUMNS`() throws {
    for width in [60, 100] {
      let outcome = try run(["read", "bptt"], ["COLUMNS": "\(width)", "PAGER": "false"])
      #expect(outcome.code == 0 && outcome.errors == "")
      #expect(outcome.output.hasPrefix("Backpropagation through time\n═══"))
      #expect(!outcome.output.contains("\u{1B}"))
      let widest = outcome.output.split(separator: "\n").map(\.count).max() ?? 0
      #expect(widest > width - 15 && widest <= width)
    }
  }

  @Test func `folds the answers until they are asked for`() throws {
    let answer = "Only dWₕ"
    #expect(!(try run(["read", "bptt"]).output.contains(answer)))
    #expect(try run(["read", "bptt", "--answers"]).output.contains(answer))
  }

  @Test func `shows one section`() throws {
    let output = try run(["read", "lesson:bptt#the-initial-state"]).output
    #expect(output.contains("dh₀ = Wₕᵀ da₁"))
    #expect(!output.contains("The whole backward pass"))
  }

  @Test func `shows a statement without its hints`() throws {
    let output = try run(["read", "exercise:bptt"]).output
    #expect(output.contains("20 points, difficulty 3 of 3"))
    #expect(output.contains("gradus hint bptt"))
    #expect(!output.contains("\nHints\n"))
  }

  @Test func `shows figures by their words`() throws {
    let output = try run(["read", "glove"]).output
    #expect(output.contains("Figure: GloVe's weight by the count of a pair"))
    #expect(output.contains("0.595 at 50"))
    #expect(output.contains("┃ 0.50 ┤"))
    let plain = try run(["read", "glove", "--plain"]).output
    #expect(plain.contains("0.595 at 50") && !plain.contains("┤"))
  }

  @Test(arguments: [
    (["read", "bpt"], "Did you mean 'bptt'?"), (["read", "nothing-like-it"], "There are: "),
    (["read", "bptt#the-score"], "Did you mean 'bptt#the-scores'?"),
    (["read", "lesson:glov"], "Did you mean 'glove'?"),
    (["read", "exercise:gru"], "gru-gates"), (["read"], "needs the name"), (["read", "../etc"], "There are: "),
    (["figures", "analogi"], "Did you mean 'analogy'?"),
  ])
  func `says what there is where a name is unknown`(words: [String], message: String) throws {
    let outcome = try run(words)
    #expect(outcome.code == 2 && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `of figures is SVG, in files or alone`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gradus-figures-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outcome = try run(["figures", "--output", folder])
    #expect(outcome.code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == outcome.output.split(separator: "\n").count && files.contains("analogy.svg"))
    let alone = try run(["figures", "analogy"]).output
    #expect(alone == (try String(contentsOfFile: folder + "/analogy.svg", encoding: .utf8)))
    #expect(try run(["figures", "--output", "/dev/null/x"]).code == 2)
  }
}
