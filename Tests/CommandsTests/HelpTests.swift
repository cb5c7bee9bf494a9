import Files
import Foundation
import Testing

@Suite(.needsCommand) struct `Help` {
  @Test(arguments: ["workspace", "watch", "verdicts", "sandbox", "conventions", "exit-codes", "environment"])
  func `has topics beside the commands`(topic: String) throws {
    let outcome = try BuiltCommand.run("help", topic)
    // "watch" is a command, too, and explained as one.
    #expect(outcome.code == 0 && outcome.output.contains("gradus"), "\(outcome.all)")
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 160 })
    #expect(try BuiltCommand.run("help").output.contains(topic))
    #expect(try BuiltCommand.run("help", "--man").output.contains(topic.uppercased().replacing("-", with: "\\-")))
  }

  @Test func `suggests what was meant`() throws {
    let outcome = try BuiltCommand.run("help", "verdict")
    #expect(outcome.code == 2 && outcome.errors.contains("gradus help verdicts"))
  }

  @Test(.enabled("mandoc is there") { Files.exists("/usr/bin/mandoc") })
  func `is a manual page without a fault`() throws {
    let folder = try TestFolder()
    let page = try folder.write(try BuiltCommand.run("help", "--man").output, "gradus.1")
    func mandoc(_ words: String...) throws -> BuiltCommand.Outcome {
      try BuiltCommand.Run(words, in: "/", program: "/usr/bin/mandoc", environment: [:], input: nil).finish()
    }
    let faults = try mandoc("-Tlint", "-W", "style", page)
    #expect(faults.all.split(separator: "\n").filter { !$0.contains("missing date") } == [])
    let text = try mandoc("-Tutf8", "-O", "width=80", page).output.replacing(#/.\u{8}/#, with: "")
    for command in ["init", "watch", "check", "verify", "completion"] {
      #expect(text.contains("gradus \(command)"), "\(command)")
    }
    #expect(!text.contains("watch-run"))
  }
}
