import Files
import Foundation
import Glibc
import Testing

@Suite(.needsCommand) struct `The record of a learner` {
  @Test func `survives being killed at any moment`() throws {
    let learner = try Learner()
    var written = 0
    for round in 0..<60 {
      let process = Process()
      process.executableURL = URL(filePath: BuiltCommand.path)
      process.arguments = ["next", round % 2 == 0 ? "bptt" : "gru-gates"]
      process.currentDirectoryURL = URL(filePath: learner.root)
      process.environment = ProcessInfo.processInfo.environment.merging(["GRADUS_HOME": BuiltCommand.home]) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // Ever later, so that every stage of the command's life is met.
      usleep(UInt32(round) * 400)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .exit { written += 1 }
      if round % 10 == 9 {
        let outcome = try learner.run("progress", "--format", "json")
        #expect(outcome.code == 0 && outcome.errors == "", "round \(round): \(outcome.errors)")
      }
    }
    let journal = try Files.text("\(learner.root)/.gradus/journal").split(separator: "\n").count {
      $0.contains("\tchoose\t")
    }
    #expect(journal >= written)
    Files.remove("\(learner.root)/.gradus/progress.sqlite")
    let outcome = try learner.run("progress")
    #expect(outcome.errors.contains("made again from the journal") && outcome.errors.contains("Nothing is lost"))
  }

  @Test func `is made again, with a message, when its file is damaged`() throws {
    let learner = try Learner()
    try learner.run("hint", "bptt")
    try Files.write("this is no database, whatever it was before", to: "\(learner.root)/.gradus/progress.sqlite")
    let outcome = try learner.run()
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("damaged-1"), "\(outcome.errors)")
    #expect(try learner.standing("bptt")["hints"] as? Int == 1)
    #expect(try learner.run().errors == "")
  }

  @Test func `takes what two terminals write at once`() throws {
    let learner = try Learner()
    let ids = ["bptt", "gru-gates", "lstm-gates", "glove-loss", "bias-neutralise", "softmax-versus-sampling"]
    let runs = try (0..<24).map {
      try BuiltCommand.Run(["hint", ids[$0 % 6]], in: learner.root, environment: [:], input: nil)
    }
    for run in runs {
      let outcome = try run.finish()
      #expect(outcome.code == 0 && outcome.errors == "", "\(outcome.all)")
    }
    let lines = try Files.text("\(learner.root)/.gradus/journal").split(separator: "\n").filter {
      $0.contains("\thint\t")
    }
    #expect(lines.count >= 18, "three hints of each, and no more opened than there are")
    // Several that looked at the same moment have opened the same one.
    for id in ids {
      for _ in 0..<2 { try learner.run("hint", id) }
      #expect(try learner.standing(id)["hints"] as? Int == 3)
    }
  }
}
