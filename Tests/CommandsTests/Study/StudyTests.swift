import Files
import Foundation
import Testing

@Suite(.needsCommand) struct `A learner` {
  @Test func `is told where they are and what is next`() throws {
    let learner = try Learner()
    let outcome = try learner.run(in: "lessons")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output.contains("passed 0 of \(try learner.all().count) exercises"))
    #expect(outcome.output.contains("Next: \(try #require(try learner.progress()["current"] as? String))"))
    #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 24, "one screen")
  }

  @Test func `goes on when an exercise is passed, and is told what to compare`() throws {
    let learner = try Learner()
    try learner.run("next", "bias-neutralise")
    let failed = try learner.run("check")
    #expect(failed.code == 1 && failed.output.contains("exercises/05-embeddings/bias-neutralise.swift"))
    #expect(try learner.run("next").code == 1, "not passed yet")
    try learner.solve("bias-neutralise")
    let passed = try learner.run("check")
    #expect(passed.code == 0)
    #expect(passed.output.contains("Well done: Neutralising a bias direction."))
    #expect(passed.output.contains("at the first attempt"))
    #expect(passed.output.contains("To compare with yours\n  The reference divides by the squared length"))
    let following = try #require(try learner.progress()["current"] as? String)
    #expect(following != "bias-neutralise" && passed.output.contains("Next: \(following)"))
    let again = try learner.run("check", "bias-neutralise")
    #expect(!again.output.contains("Well done"), "joy is for the first time")
    let standing = try learner.standing("bias-neutralise")
    #expect(standing["passed"] as? Bool == true)
    #expect(standing["attempts"] as? Int == 1, "the starter is no attempt")
    #expect(standing["points"] as? Int == 10)
  }

  @Test func `gets three hints, one at a time`() throws {
    let learner = try Learner()
    for number in 1...3 {
      let hint = try learner.run("hint", "bptt").output
      #expect(hint.contains("Hint \(number) of 3"))
      for other in 1...3 where other != number { #expect(!hint.contains("Hint \(other) of 3")) }
    }
    #expect(try learner.run("hint", "bptt").output.contains("All 3 hints"))
    #expect(try learner.standing("bptt")["hints"] as? Int == 3)
    #expect(try learner.run("hint", "gru-gates", "--again").output.contains("No hint"))
  }

  @Test func `sees the solution after passing or giving up`() throws {
    let learner = try Learner()
    let refused = try learner.run("solution", "gru-gates")
    #expect(refused.code == 1 && refused.output.contains("--give-up"))
    #expect(try learner.standing("gru-gates")["gave_up"] as? Bool == false)
    #expect(try learner.run("solution", "gru-gates", "--give-up").output == Learner.solution("gru-gates"))
    #expect(try learner.standing("gru-gates")["gave_up"] as? Bool == true)
    #expect(try learner.run("solution", "gru-gates").code == 0, "it is remembered")
    try learner.solve("bias-neutralise")
    try learner.run("check", "bias-neutralise")
    #expect(try learner.run("solution", "bias-neutralise").output == Learner.solution("bias-neutralise"))
    #expect(try learner.standing("bias-neutralise")["gave_up"] as? Bool == false)
  }

  @Test func `puts exercises off and finds them again at the end`() throws {
    let learner = try Learner()
    let first = try #require(try learner.progress()["current"] as? String)
    let outcome = try learner.run("skip")
    let second = try #require(try learner.progress()["current"] as? String)
    #expect(outcome.code == 0 && second != first && outcome.output.contains(second))
    for id in try learner.all() where id != first { try learner.run("skip", id) }
    #expect(try learner.progress()["current"] as? String == first)
    try learner.run("next", "glove-loss")
    #expect(try learner.standing("glove-loss")["skipped"] as? Bool == false)
  }

  @Test func `follows the fast track or any other way`() throws {
    let learner = try Learner()
    let path = try learner.run("path").output
    #expect(path.contains("lstm-gates") && path.contains("builds on gru-gates"))
    try learner.run("path", "--follow", "fast")
    #expect(try learner.progress()["way"] as? String == "fast")
    #expect(try learner.run("path", "--follow", "slow").code == 2)
    let chosen = try learner.run("next", "lstm-gates").output
    #expect(chosen.contains("It builds on gru-gates, not passed yet."))
    #expect(try learner.progress()["current"] as? String == "lstm-gates")
  }

  @Test func `sets a file back and keeps a copy`() throws {
    let learner = try Learner()
    try learner.write("// my work\n", "bptt")
    let outcome = try learner.run("reset", "bptt")
    #expect(outcome.output.contains("backups/bptt-1.swift"))
    #expect(try Files.text("\(learner.root)/backups/bptt-1.swift") == "// my work\n")
    #expect(try learner.text("bptt") == Files.text("\(BuiltCommand.home)/\(Learner.file("bptt"))"))
  }

  @Test func `has no trace left by files from elsewhere or without a grade`() throws {
    let learner = try Learner()
    let other = try learner.folder.write(try Learner.solution("bptt"), "other.swift")
    #expect(try learner.run("check", "bptt", "--file", other).code == 0)
    #expect(try learner.run("check", "bptt", environment: ["TMPDIR": "/nowhere"]).code == 3)
    #expect(try learner.standing("bptt")["attempts"] as? Int == 0)
  }

  @Test func `can check everything at once`() throws {
    let learner = try Learner()
    try learner.solve("gru-gates")
    let outcome = try learner.run("check", "--all", "--format", "json")
    let reports = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(reports.count >= 6)
    #expect(try learner.standing("gru-gates")["passed"] as? Bool == true)
  }

  @Test(arguments: [["hint"], ["next"], ["skip"], ["progress"], ["path"], ["reset"], ["solution"]])
  func `is told to make a workspace where there is none`(words: [String]) throws {
    let outcome = try BuiltCommand.Run(words, in: "/", environment: [:], input: nil).finish()
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("gradus init"))
  }

  @Test func `is told once that there is no sandbox, and works without`() throws {
    let learner = try Learner()
    try learner.solve("bias-neutralise")
    let none = ["GRADUS_SANDBOX": Optional("none")]
    let first = try learner.run("check", "bias-neutralise", environment: none)
    #expect(first.code == 0, "\(first.all)")
    #expect(first.errors.contains("This is said once"), "\(first.errors)")
    #expect(first.output.contains("sandbox none"))
    let second = try learner.run("check", "bias-neutralise", environment: none)
    #expect(second.code == 0 && second.errors == "", "\(second.errors)")
    let other = try learner.folder.write(try Learner.solution("bias-neutralise"), "other.swift")
    let foreign = try learner.run("check", "bias-neutralise", "--file", other, environment: none)
    #expect(foreign.code == 3, "only the learner's own files are trusted: \(foreign.all)")
  }
}
