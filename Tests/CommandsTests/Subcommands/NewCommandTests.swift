import Files
import Foundation
import Testing

/// A copy of what `gradus new` looks at in a checkout.
private func checkout() throws -> TestFolder {
  let folder = try TestFolder()
  try Files.makeFolder("\(folder.path)/Sources")
  for part in ["exercises", "lessons", "solutions", "Sources/Checks"] {
    try FileManager.default.copyItem(
      at: URL(filePath: "\(BuiltCommand.home)/\(part)"), to: URL(filePath: "\(folder.path)/\(part)"))
  }
  return folder
}

/// Everything in a folder: the path of each file with its text.
private func contents(_ folder: TestFolder) throws -> [String: String] {
  var found: [String: String] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  where Files.kind("\(folder.path)/\(path)") == .file {
    found[path] = try Files.text("\(folder.path)/\(path)")
  }
  return found
}

@Suite(.needsCommand) struct `A new exercise` {
  @Test func `has all its files, of which verify lacks the checks alone, which are not built in yet`() throws {
    let folder = try checkout()
    let before = try contents(folder)
    let outcome = try BuiltCommand.run("new", "03-recurrent/weight-decay", in: folder.path)
    #expect(outcome.code == 0, "\(outcome.all)")
    let after = try contents(folder)
    let added = Set(after.keys).subtracting(before.keys)
    let lesson = try #require(added.first { $0.hasPrefix("lessons/03-recurrent/") && $0.hasSuffix("-weight-decay.md") })
    #expect(
      added == [
        "exercises/03-recurrent/weight-decay.md", "exercises/03-recurrent/weight-decay.swift",
        "solutions/03-recurrent/weight-decay.md", "solutions/03-recurrent/weight-decay.swift",
        "Sources/Checks/03-recurrent/WeightDecay.swift", "Tests/Fixtures/alternatives/weight-decay/one-by-one.swift",
        lesson,
      ])
    for path in added { #expect(outcome.output.contains("wrote    \(path) ")) }
    let changed = before.keys.filter { before[$0] != after[$0] }
    #expect(changed == ["Sources/Checks/Course.swift"])
    #expect(outcome.output.contains("changed  Sources/Checks/Course.swift "))
    #expect(outcome.output.contains("gradus verify weight-decay"))
    let table = try #require(after["Sources/Checks/Course.swift"])
    #expect(table.hasSuffix(",\n  \"weight-decay\": weightDecayChecks,\n]\n"))
    for path in added where path.hasSuffix(".swift") {
      #expect(after[path]?.contains("weightDecayValue") == true, "\(path)")
    }
    let verified = try BuiltCommand.run("verify", "weight-decay", "--format", "json", in: folder.path)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(verified.output.utf8)) as? [String: Any], "\(verified.all)")
    let problems = (report["problems"] as? [[String: Any]])?.compactMap { $0["message"] as? String }
    #expect(problems == ["the exercise 'weight-decay' has no checks"])
  }

  @Test func `may belong to a lesson that is there, to which a link is added`() throws {
    let folder = try checkout()
    let before = try contents(folder)
    #expect(try BuiltCommand.run("new", "05-embeddings/left", "--lesson", "bias", in: folder.path).code == 0)
    let after = try contents(folder)
    let lesson = "lessons/05-embeddings/09-bias.md"
    let link = "\nWrite `leftValue`: [Left](exercise:left).\n"
    #expect(after[lesson] == (before[lesson] ?? "") + link)
    #expect(!after.keys.contains { $0.hasSuffix("-left.md") && $0.hasPrefix("lessons/") })
    #expect(after["exercises/05-embeddings/left.md"]?.contains("\nlesson: bias\n") == true)
  }

  @Test func `may open a topic, and takes another file's name where the first is taken`() throws {
    let folder = try checkout()
    let outcome = try BuiltCommand.run("new", "99-last/course", in: folder.path)
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(Files.exists("\(folder.path)/Sources/Checks/99-last/CourseChecks.swift"))
    #expect(Files.exists("\(folder.path)/exercises/99-last/course.md"))
  }

  @Test func `is lint clean, with the longest name too`() throws {
    let folder = try checkout()
    try Files.copy("\(BuiltCommand.home)/.swift-format", to: "\(folder.path)/.swift-format")
    let name = "a" + String(repeating: "-bcdefghi", count: 4) + "xyz"
    #expect(name.count == 40)
    #expect(try BuiltCommand.run("new", "03-recurrent/\(name)", in: folder.path).code == 0)
    let lint = try BuiltCommand.Run(
      ["-c", "swift format lint --strict --recursive Sources exercises solutions Tests"], in: folder.path,
      program: "/bin/sh", environment: [:], input: nil
    ).finish()
    #expect(lint.code == 0, "\(lint.all)")
  }

  @Test func `overwrites nothing`() throws {
    let folder = try checkout()
    let note = "solutions/03-recurrent/fresh.md"
    try folder.write("mine\n", note)
    let before = try contents(folder)
    let outcome = try BuiltCommand.run("new", "03-recurrent/fresh", in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("\(note) is there already"))
    #expect(try BuiltCommand.run("new", "04-long-term/bptt", in: folder.path).errors.contains("in 03-recurrent"))
    #expect(try contents(folder) == before)
  }

  @Test(arguments: [
    ([], "gradus new TOPIC/ID"), (["temperature"], "03-recurrent"), (["03-recurrent/a/b"], "TOPIC/ID"),
    (["03-recurrent/"], "Names consist of"), (["recurrent/temperature"], "Did you mean '03-recurrent/temperature'?"),
    (["03-recurrent/Tempera ture"], "did you mean 'tempera-ture'?"), (["03-recurrent/../x"], "TOPIC/ID"),
    (["03-recurrent/2d"], "must begin with a letter"),
    (["03-recurrent/\(String(repeating: "a", count: 41))"], "longer than 40"),
    (["03-other/temperature"], "but '03-recurrent'"), (["07-recurrent/temperature"], "but '03-recurrent'"),
    (["03-recurrent/temperature", "--lesson", "No"], "not the name of a lesson"),
  ])
  func `needs a place and a name`(words: [String], message: String) throws {
    let folder = try checkout()
    let before = try contents(folder)
    let outcome = try BuiltCommand.Run(["new"] + words, in: folder.path, environment: [:], input: nil).finish()
    #expect(outcome.code == 2, "\(outcome.all)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try contents(folder) == before)
  }

  @Test func `needs a course with sources around the working folder`() throws {
    let empty = try TestFolder()
    let nowhere = try BuiltCommand.run("new", "03-recurrent/temperature", in: empty.path)
    #expect(nowhere.code == 2)
    #expect(nowhere.errors.contains("no course around this folder"))
    let installed = try checkout()
    Files.remove("\(installed.path)/Sources")
    let outcome = try BuiltCommand.run("new", "03-recurrent/temperature", in: installed.path)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("installed course"))
  }
}
