import Files
import Foundation
import Testing

@Suite(.needsCommand, .needsTerminal) struct `gradus watch on a terminal` {
  private let wrong = "\(BuiltCommand.home)/Tests/Fixtures/submissions/bptt/wrong-sign.swift"

  private func started(_ learner: Learner, columns: Int = 90, rows: Int = 30) throws -> Terminal {
    let terminal = try Terminal(learner.root, columns: columns, rows: rows)
    try terminal.type("'\(BuiltCommand.path)' watch bptt; echo ended with $?")
    try terminal.wait("the first verdict") { $0.contains("not implemented: 0 / 20 points") }
    return terminal
  }

  @Test func `shows verdict, counterexample and misconception, hints, lesson and what comes next`() throws {
    let learner = try Learner()
    let terminal = try started(learner)
    try learner.write(try Files.text(wrong), "bptt")
    let failed = try terminal.wait("the verdict on the wrong file") { $0.contains("failed: 13 / 20 points") }
    for part in [
      "z = [", "gives", "expected", "Misconception: The gradient of the scores has its sign turned", "h hint", "q quit",
    ] {
      #expect(failed.contains(part), "\(part)")
    }
    #expect(failed.split(separator: "\n").allSatisfy { $0.count <= 90 })
    try terminal.press("h")
    try terminal.wait("the hint") { $0.contains("Hint 1 of 3 for bptt") && !$0.contains("Misconception") }
    try terminal.press("l")
    try terminal.wait("the lesson") {
      $0.contains("Backpropagation through time") && $0.contains("Why gradients travel back in time")
    }
    try terminal.press("PageDown")
    try terminal.wait("a further page") { !$0.contains("Why gradients travel back in time") }
    try terminal.press("n")
    try terminal.wait("a no") { $0.contains("not passed yet") }
    try terminal.press("v")
    try terminal.wait("the verdict again") { $0.contains("failed: 13 / 20 points") }
    try learner.solve("bptt")
    try terminal.wait("joy") {
      $0.contains("Well done: Backpropagation") && $0.contains("To compare with yours") && $0.contains("n next")
    }
    try terminal.press("n")
    try terminal.wait("the next exercise") {
      !$0.contains("Well done") && $0.contains("1 of ") && $0.contains("to read with `gradus read`")
    }
    try terminal.press("q")
    let end = try terminal.wait("the shell") { $0.contains("ended with 0") }
    #expect(!end.contains("to read with"), "the screen is as it was")
    #expect(try learner.standing("bptt")["hints"] as? Int == 1)
  }

  @Test func `fits every size from 60 columns on`() throws {
    let learner = try Learner()
    let terminal = try started(learner, columns: 120, rows: 40)
    try learner.write(try Files.text(wrong), "bptt")
    try terminal.wait("the verdict") { $0.contains("failed: 13 / 20") }
    for (columns, rows) in [(60, 20), (80, 24), (60, 8), (200, 50)] {
      try terminal.resize(columns: columns, rows: rows)
      let seen = try terminal.wait("a picture of \(columns) by \(rows)") { text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count >= rows && lines[1] == String(repeating: "-", count: columns)
          && lines[rows - 1].contains("q quit")
      }
      #expect(seen.contains("failed: 13 / 20"))
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP", "QUIT", "SEGV", "ILL", "ABRT", "USR1", "KILL"])
  func `leaves the terminal as it was when it is ended by a signal`(signal: String) throws {
    let learner = try Learner()
    let terminal = try Terminal(learner.root)
    try terminal.type(
      "stty -a > before; '\(BuiltCommand.path)' watch bptt & echo $! > number; fg")
    try terminal.wait("the first verdict") { $0.contains("not implemented: 0 / 20") }
    let number = try Files.text("\(learner.root)/number").split(separator: "\n")[0]
    _ = try BuiltCommand.Run(
      ["-\(signal)", String(number)], in: "/", program: "/bin/kill", environment: [:], input: nil
    ).finish()
    try terminal.wait("the shell") { !$0.contains("not implemented") }
    try terminal.type("stty -a > after; echo all over")
    let end = try terminal.wait("the shell") { $0.contains("\nall over\n") }
    #expect(!end.contains("not implemented"), "the screen is as it was")
    try terminal.type("echo seen")
    try terminal.wait("an echo") { $0.contains("\nseen\n") }
    #expect(try Files.text("\(learner.root)/before") == Files.text("\(learner.root)/after"))
  }

  @Test func `gives the terminal back while it is stopped, and draws again`() throws {
    let learner = try Learner()
    let terminal = try started(learner)
    try terminal.press("C-z")
    try terminal.wait("the shell") { $0.contains("Stopped") && !$0.contains("not implemented") }
    try terminal.type("fg")
    try terminal.wait("the verdict") { $0.contains("not implemented: 0 / 20") && $0.contains("q quit") }
    try terminal.press("C-c")
    try terminal.wait("the shell") { !$0.contains("not implemented") }
    try terminal.type("echo status $?")
    try terminal.wait("how it ended") { $0.contains("\nstatus 130\n") }
  }

  @Test func `is words in lines for screen readers`() throws {
    let learner = try Learner()
    let terminal = try Terminal(learner.root, rows: 60)
    try terminal.type("'\(BuiltCommand.path)' watch bptt --plain")
    let first = try terminal.wait("the first verdict") { $0.contains("waiting for a save") }
    #expect(first.contains("checking exercises/03-recurrent/bptt.swift\nnot implemented: 0 / 20 points"))
    #expect(!first.contains("---"))
    try terminal.type("h")
    try terminal.wait("a hint") { $0.contains("Hint 1 of 3") }
    try terminal.type("q")
    try terminal.type("echo over")
    try terminal.wait("the shell") { $0.contains("\nover\n") }
  }
}
