import Files
import Foundation
import Glibc
import Testing

@Suite(.needsCommand) struct `gradus watch` {
  private let wrong = "\(BuiltCommand.home)/Tests/Fixtures/submissions/bptt/wrong-sign.swift"

  /// Ways in which editors save a file.
  enum Saving: String, CaseIterable {
    case inPlace, renamed, twice, inPieces, deletedFirst, leftOpen

    func save(_ text: String, at path: String) throws {
      let bytes = Array(text.utf8)
      let half = bytes.count / 2
      switch self {
      case .inPlace: try Files.write(bytes, to: path)
      case .renamed:
        try Files.write(bytes, to: path + "~")
        try Files.move(path + "~", to: path)
      case .twice:
        try Files.write(bytes, to: path)
        try Files.write(bytes, to: path)
      case .inPieces, .leftOpen:
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: 0)
        usleep(20_000)
        try file.write(contentsOf: bytes[..<half])
        usleep(self == .inPieces ? 40_000 : 0)
        try file.write(contentsOf: bytes[half...])
        // Left open, nothing tells the end but that no more comes.
        if self == .leftOpen { usleep(3_000_000) }
        try file.close()
      case .deletedFirst:
        unsafe unlink(path)
        usleep(30_000)
        try Files.write(bytes, to: path)
      }
    }
  }

  @Test(arguments: Saving.allCases)
  func `notices a save, whatever the editor does`(saving: Saving) throws {
    let learner = try Learner()
    let watch = try WatchedProcess(learner)
    try saving.save(try Learner.solution("bptt"), at: "\(learner.root)/\(Learner.file("bptt"))")
    try watch.wait("a pass") { $0.contains("passed: 20 / 20 points") }
    usleep(300_000)
    #expect(watch.count("passed: 20 / 20") == 1, "\(watch.output)")
    #expect(!watch.output.contains("is empty") && !watch.output.contains("no such file"), "\(watch.output)")
    #expect(watch.output.contains("Well done"))
  }

  @Test func `checks nothing again when nothing has changed`() throws {
    let learner = try Learner()
    let watch = try WatchedProcess(learner)
    let text = try learner.text("bptt")
    for _ in 0..<3 { try learner.write(text, "bptt") }
    try learner.write(try learner.text("gru-gates"), "gru-gates")
    usleep(500_000)
    #expect(watch.count("checking ") == 1, "\(watch.output)")
  }

  @Test func `goes on after loops, crashes, floods and what does not compile, and gives up what was overtaken`() throws
  {
    let learner = try Learner()
    let watch = try WatchedProcess(learner)
    let solution = try Learner.solution("bptt")
    let first = "let a = p.Wh * previous + p.Wx * input + p.bh"
    try #require(solution.contains(first))
    try learner.write(solution.replacing(first, with: "while true {}\n    \(first)"), "bptt")
    usleep(700_000)
    // The loop is still running: an edit overtakes it.
    let start = ContinuousClock.now
    try learner.write(solution.replacing(first, with: "\(first); _ = [1][x.count]"), "bptt")
    try watch.wait("a crash") { $0.contains("crashed: ") }
    #expect(ContinuousClock.now - start < .seconds(8), "nobody waits for the loop")
    #expect(watch.count("timed out: ") == 0)
    #expect(watch.output.contains("Index out of range") && watch.output.contains("^\n"), "\(watch.output)")
    try learner.write(solution.replacing(first, with: "for _ in 0..<100000 { print(\"flood\") }\n    \(first)"), "bptt")
    try watch.wait("a flood") { $0.contains("output limit: ") }
    try learner.write("func broken( {", "bptt")
    try watch.wait("what does not compile") { $0.contains("compile error: ") }
    try learner.write(solution.replacing(first, with: "print(\"here\")\n    \(first)"), "bptt")
    try watch.wait("a pass") { $0.contains("passed: 20 / 20") }
    #expect(watch.output.contains("Printed by your program:\n  | here"))
    #expect(try learner.standing("bptt")["attempts"] as? Int == 4, "what was overtaken is no attempt")
  }

  @Test func `takes up the exercise whose file is saved`() throws {
    let learner = try Learner()
    let watch = try WatchedProcess(learner)
    try learner.solve("glove-loss")
    try watch.wait("a pass") { $0.contains("Well done: GloVe") }
    #expect(watch.output.contains("checking exercises/05-embeddings/glove-loss.swift"))
  }

  @Test func `waits for a file that is missing, and for a folder that is replaced`() throws {
    let learner = try Learner()
    let watch = try WatchedProcess(learner)
    let folder = "\(learner.root)/exercises/03-recurrent"
    try Files.move(folder, to: "\(learner.root)/aside")
    try watch.wait("a message") { $0.contains("no such file") }
    try Files.move("\(learner.root)/aside", to: folder)
    usleep(1_500_000)
    try learner.solve("bptt")
    try watch.wait("a pass") { $0.contains("passed: 20 / 20") }
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func `leaves nothing behind when it is ended by a signal`(signal: Int32) throws {
    let learner = try Learner()
    let watch = try WatchedProcess(learner)
    try learner.write(
      try Learner.solution("bptt").replacing("var loss = 0.0", with: "while true {}; var loss = 0.0"), "bptt")
    usleep(500_000)
    #expect(watch.end(signal) == signal)
    #expect(try Files.list("\(learner.folder.path)/temporary").isEmpty)
    usleep(200_000)
    let processes = try BuiltCommand.Run(
      ["-A", "-o", "args"], in: "/", program: "/bin/ps", environment: [:], input: nil
    ).finish().output
    #expect(!processes.contains("watch-run \(watch.number)"), "\(processes)")
  }
}
