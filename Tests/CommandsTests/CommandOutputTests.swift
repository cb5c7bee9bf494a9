import Files
import Foundation
import JSON
import Testing

@Suite(.needsCommand) struct `What commands print` {
  private let solution = "\(BuiltCommand.home)/solutions/03-recurrent/bptt.swift"
  private let wrong = "\(BuiltCommand.home)/Tests/Fixtures/submissions/bptt/wrong-sign.swift"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    "init", "next", "watch", "read", "hint", "solution", "reset", "skip", "progress", "path", "list", "check", "call",
    "figures", "vectors", "verify", "new", "doctor", "help", "completion",
  ])
  func `help of every command has its usage and an example`(command: String) throws {
    let help = try BuiltCommand.run(command, "--help")
    #expect(help.code == 0)
    #expect(help.errors == "")
    #expect(help.output.hasPrefix("usage: gradus \(command)"))
    #expect(help.output.contains("example:\n  "))
    #expect(help.output.components(separatedBy: "example:")[1].contains("gradus \(command)"))
    #expect(try BuiltCommand.run("help", command).output == help.output)
    #expect(try BuiltCommand.run("--help").output.contains("  \(command) "))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "xterm-256color"], ["TERM": "dumb"]])
  func `holds no escapes where it is no terminal`(environment: [String: String]) throws {
    for words in [["check", "bptt", "--file", wrong], ["list"], ["frobnicate"], ["doctor"]] {
      let run = try BuiltCommand.Run(
        words, in: BuiltCommand.home, environment: environment.mapValues { $0 }, input: nil)
      #expect(!(try run.finish().all.contains("\u{1B}")))
    }
  }

  @Test func `of a check is JSON on request`() throws {
    let outcome = try BuiltCommand.run("check", "bptt", "--file", wrong, "--format", "json", "--seed", "5")
    #expect(outcome.code == 1)
    let report = try object(outcome.output)
    #expect(report["exercise"] as? String == "bptt")
    #expect(report["status"] as? String == "failed")
    #expect(report["score"] as? Int == 13)
    #expect(report["max_score"] as? Int == 20)
    #expect(report["seed"] as? Int == 5)
    #expect((report["checks"] as? [Any])?.count == 11)
  }

  @Test func `of a folder's check is one report a file, and a sum`() throws {
    let folder = try TestFolder()
    try Files.copy(solution, to: "\(folder.path)/bptt.swift")
    try Files.copy("\(BuiltCommand.home)/exercises/04-long-term/gru-gates.swift", to: "\(folder.path)/gru-gates.swift")
    try folder.write("not an exercise", "notes.swift")
    let outcome = try BuiltCommand.run("check", in: folder.path)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("1 of 2 files passed"))
    let json = try BuiltCommand.run("check", "--format", "json", in: folder.path)
    let reports = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(reports.map { $0["exercise"] as? String } == ["bptt", "gru-gates"])
    #expect(reports.map { $0["status"] as? String } == ["passed", "not-implemented"])
  }

  @Test func `of a list is every exercise, as JSON too`() throws {
    let outcome = try BuiltCommand.run("list", "--format", "json")
    #expect(outcome.code == 0)
    let entries = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(entries.count >= 6)
    let text = try BuiltCommand.run("list").output
    for entry in entries {
      #expect(text.contains(try #require(entry["id"] as? String)))
      #expect((entry["points"] as? Int ?? 0) > 0)
      #expect(Files.exists(try #require(entry["starter"] as? String)))
    }
  }

  @Test func `of a verification is JSON on request`() throws {
    let outcome = try BuiltCommand.run("verify", "bias-neutralise", "--format", "json")
    let report = try object(outcome.output)
    let exercises = try #require(report["exercises"] as? [[String: Any]])
    #expect(exercises.map { $0["exercise"] as? String } == ["bias-neutralise"])
    #expect(exercises.map { $0["starter"] as? String } == ["not-implemented"])
    #expect((report["problems"] as? [Any])?.isEmpty == (outcome.code == 0))
  }

  @Test func `of a doctor names what is there`() throws {
    let outcome = try BuiltCommand.run("doctor")
    #expect(outcome.code == 0)
    for part in ["course", "compiler", "modules", "sandbox"] { #expect(outcome.output.contains("\(part) ")) }
    let without = try BuiltCommand.run("doctor", environment: ["GRADUS_TOOLCHAIN": "/nowhere"])
    #expect(without.code == 3)
    #expect(without.output.contains("missing"))
  }

  @Test(arguments: ["--version", "version"])
  func `of a version is a line`(word: String) throws {
    let outcome = try BuiltCommand.run(word)
    #expect(outcome.code == 0)
    #expect(outcome.output.split(separator: "\n").count == 1)
  }

  @Test func `survives a reader that goes away`() throws {
    // The reader closes the pipe after one line; the command must end by itself, not be left hanging.
    let script = "'\(BuiltCommand.path)' list | head -n 1"
    let outcome = try BuiltCommand.Run(
      ["-c", script], in: BuiltCommand.home, program: "/bin/sh", environment: [:], input: nil
    ).finish()
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.errors == "")
  }
}

@Suite(.needsCommand) struct `Calls` {
  private func call(_ words: String..., input: String) throws -> BuiltCommand.Outcome {
    try BuiltCommand.Run(
      ["call", "bptt"] + words + ["--input", "-"], in: BuiltCommand.home, environment: [:], input: input
    )
    .finish()
  }

  @Test func `give what a function returns`() throws {
    let outcome = try call("scoreGradient", "--solution", input: "[[0, 0], 1]")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output == "[0.5,-0.5]\n" || outcome.output == "[0.5, -0.5]\n")
    #expect(outcome.errors == "")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["-", "/dev/stdin"], ["waits", "does not wait"])
  func `read from a pipe whose writer is late`(input: String, pipe: String) throws {
    // Python sets the pipe not to wait, as programs leave it that share it with others.
    let waits = pipe == "waits" ? "True" : "False"
    let setting = "import os, sys; os.set_blocking(0, \(waits)); os.execv(sys.argv[1], sys.argv[1:])"
    let script = """
      { sleep 1; echo '[[0, 0],'; sleep 0.3; echo 1]; } | python3 -c '\(setting)' \
        '\(BuiltCommand.path)' call bptt scoreGradient --solution --input \(input)
      """
    let outcome = try BuiltCommand.Run(
      ["-c", script], in: BuiltCommand.home, program: "/bin/sh", environment: [:], input: nil
    ).finish()
    #expect(outcome.code == 0 && outcome.output.hasPrefix("[0.5,"), "\(outcome.all)")
  }

  @Test func `give a result a line for an array a line`() throws {
    let outcome = try call("sequenceLoss", "--solution", input: "[[[0, 0]], [1]]\n[[[0, 0], [0, 0]], [1, 0]]\n\n")
    #expect(outcome.code == 0, "\(outcome.all)")
    let losses = outcome.output.split(separator: "\n").compactMap { Double($0) }
    #expect(losses == [0.6931471805599453, 1.3862943611198906])
  }

  @Test func `take structures by their fields`() throws {
    let parameters = #"{"Wx": [[1]], "Wh": [[0]], "bh": [0], "Wy": [[1], [0]], "by": [0, 0]}"#
    let outcome = try call("rnnForward", "--solution", input: "[[[0]], [0], \(parameters)]")
    #expect(outcome.code == 0, "\(outcome.all)")
    let result = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(result["h"] as? [[Double]] == [[0], [0]])
    #expect(result["z"] as? [[Double]] == [[0, 0]])
  }

  @Test func `give an error for a call that fails and go on with the next`() throws {
    let outcome = try call("scoreGradient", "--solution", input: "[[0, 0], 5]\n[[0, 0], 0]\n")
    #expect(outcome.code == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("error") == true && lines.first?.contains("no entry 5") == true)
    #expect(lines.last?.contains("-0.5") == true)
  }

  @Test(arguments: [
    ("", "scoreGradient"), ("[[0, 0]]", "scoreGradient"), ("[0, 1]", "scoreGradient"),
    ("[[0, 0], 1, 2]", "scoreGradient"),
    ("{", "scoreGradient"), ("[[0, 0], 1.5]", "scoreGradient"), ("[[0, \"x\"], 1]", "scoreGradient"),
    ("nonsense", "scoreGradient"),
    ("[[[0]], [0], {\"Wx\": [[1]]}]", "rnnForward"),
  ])
  func `say what is wrong with the arguments`(input: String, function: String) throws {
    let outcome = try call(function, "--solution", input: input)
    #expect(outcome.code == 2, "\(outcome.all)")
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("\(function) takes ("), "\(outcome.errors)")
  }

  @Test func `need an input, and one file alone`() throws {
    #expect(try BuiltCommand.run("call", "bptt", "scoreGradient").code == 2)
    #expect(try call("scoreGradient", "--solution", "--file", "x.swift", input: "[[0, 0], 1]").code == 2)
    #expect(try BuiltCommand.run("call", "bptt", "scoreGradient", "--input", "/nowhere").code == 2)
  }
}
