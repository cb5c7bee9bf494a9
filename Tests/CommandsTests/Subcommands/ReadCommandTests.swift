import Files
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

  @Test func `shows the lesson of the present exercise where no name is given`() throws {
    let learner = try Learner()
    try learner.run("next", "glove-loss")
    let outcome = try learner.run("read")
    #expect(outcome.code == 0)
    #expect(outcome.output == (try learner.run("read", "lesson:glove").output))
  }

  @Test func `shows figures by their words`() throws {
    let output = try run(["read", "glove"]).output
    #expect(output.contains("Figure: GloVe's weight by the count of a pair"))
    #expect(output.contains("0.595 at 50"))
    #expect(output.contains("┃ 0.50 ┤"))
    let plain = try run(["read", "glove", "--plain"]).output
    #expect(plain.contains("0.595 at 50") && !plain.contains("0.50 ┤"))
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

@Suite(.needsCommand, .needsTerminal) struct `Reading on a terminal` {
  private func read(_ terminal: Terminal, _ pager: String, _ options: String = "") throws {
    try terminal.type("\(pager) '\(BuiltCommand.path)' read bptt \(options); echo ended with $?")
  }

  @Test func `goes through the pager that PAGER names, and is written where there is none`() throws {
    let folder = try TestFolder()
    let terminal = try Terminal(folder.path, columns: 90, rows: 30)
    try read(terminal, "PAGER='head -n 3 | sed s/^/paged:/'")
    let paged = try terminal.wait("the end of the pager") { $0.contains("ended with 0") }
    #expect(paged.contains("paged:Backpropagation through time\npaged:═══"), "\(paged)")
    for (pager, options) in [("PAGER=no-such-pager", ""), ("PAGER=false", "--no-pager"), ("PAGER=false", "--plain")] {
      try terminal.type("clear")
      try read(terminal, pager, options)
      let seen = try terminal.wait("the end of the lesson") { $0.contains("ended with 0") }
      #expect(seen.contains("gradus check bptt") || seen.contains("bptt"), "\(seen)")
    }
  }

  @Test(.enabled("less is there") { Files.exists("/usr/bin/less") })
  func `goes through less where PAGER is not set, and leaves the terminal as it was`() throws {
    let folder = try TestFolder()
    let terminal = try Terminal(folder.path, columns: 90, rows: 30)
    try terminal.type("stty -a > before")
    try read(terminal, "env -u PAGER -u LESS")
    let first = try terminal.wait("the first page") { $0.contains("Backpropagation through time") }
    #expect(!first.contains("ended with") && !first.contains("ESC"))
    try terminal.press("G")
    try terminal.wait("the last page") { !$0.contains("Backpropagation through time\n═") }
    try terminal.press("q")
    try terminal.wait("the shell") { $0.contains("ended with 0") }
    try terminal.type("stty -a > after; echo all over")
    try terminal.wait("the shell") { $0.contains("\nall over\n") }
    #expect(try Files.text("\(folder.path)/before") == Files.text("\(folder.path)/after"))
  }
}
