import Files
import Foundation
import Testing

@Suite(.needsCommand) struct `The editor's tasks` {
  private func tasks(_ learner: Learner) throws -> [[String: Any]] {
    let data = Data(try Files.text("\(learner.root)/.vscode/tasks.json").utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(json["tasks"] as? [[String: Any]])
  }

  @Test(arguments: [
    // What does not compile, and what crashes.
    ("let slope =", "let slope: Int ="), ("let slope =", "_ = [1][dh.count]; let slope ="),
  ])
  func `find places in what the command prints`(old: String, new: String) throws {
    let learner = try Learner()
    try learner.write(try Learner.solution("bptt").replacing(old, with: new), "bptt")
    let output = try learner.run("check", "bptt").output
    let matcher = try #require(try tasks(learner)[0]["problemMatcher"] as? [String: Any])
    let pattern = try #require(matcher["pattern"] as? [String: Any])
    let expression = try NSRegularExpression(pattern: try #require(pattern["regexp"] as? String))
    var found: [[String: String]] = []
    for line in output.split(separator: "\n").map(String.init) {
      guard let match = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)) else { continue }
      var fields: [String: String] = [:]
      for name in ["file", "line", "column", "severity", "message"] {
        let group = try #require(pattern[name] as? Int)
        fields[name] = try String(line[#require(Range(match.range(at: group), in: line))])
      }
      found.append(fields)
    }
    let error = try #require(found.first, "\(output)")
    #expect(error["file"] == "exercises/03-recurrent/bptt.swift")
    #expect(Files.exists("\(learner.root)/\(error["file"] ?? "")"))
    let line = try #require(error["line"].flatMap { Int($0) })
    #expect(
      try learner.text("bptt").split(separator: "\n", omittingEmptySubsequences: false)[line - 1].contains(new))
    #expect(error["severity"] == "error" && error["message"]?.isEmpty == false)
    // Nothing else of the report looks like a place.
    #expect(found.allSatisfy { $0["file"] == error["file"] })
  }

  @Test func `run commands that there are`() throws {
    let learner = try Learner()
    let known = try BuiltCommand.run("help").output
    for task in try tasks(learner) {
      let words = try #require(task["command"] as? String).split(separator: " ")
      #expect(words[0] == "gradus" && known.contains("  \(words[1]) "))
    }
    let watch = try #require(try tasks(learner).first { $0["isBackground"] as? Bool == true })
    let background = try #require((watch["problemMatcher"] as? [String: Any])?["background"] as? [String: Any])
    let process = try WatchedProcess(learner)
    for key in ["beginsPattern", "endsPattern"] {
      let expression = try NSRegularExpression(
        pattern: try #require(background[key] as? String), options: .anchorsMatchLines)
      let output = process.output
      #expect(expression.firstMatch(in: output, range: NSRange(output.startIndex..., in: output)) != nil, "\(output)")
    }
  }
}
