import Files
import Foundation
import Testing

@Suite(.needsCommand) struct `Known mistakes compiled beforehand` {
  private let topic = "05-embeddings"
  private let exercise = "bias-neutralise"

  /// A course of one exercise, with the sources that every installation has.
  private func course() throws -> TestFolder {
    let folder = try TestFolder()
    let home = BuiltCommand.home
    for part in ["exercises", "solutions"] {
      for type in ["md", "swift"] {
        let path = "\(part)/\(topic)/\(exercise).\(type)"
        try folder.write(try Files.text("\(home)/\(path)"), path)
      }
    }
    try folder.write(try Files.text("\(home)/lessons/\(topic)/09-bias.md"), "lessons/\(topic)/09-bias.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/Sources", withDestinationPath: "\(home)/Sources")
    return folder
  }

  @Test func `serve an installation without solutions, and give no line of them away`() throws {
    let folder = try course()
    let known = "\(folder.path)/prepared/wrong-programs"
    let doctor = try BuiltCommand.run("doctor", "--prepare", "--diagnosis-to", known, in: folder.path)
    #expect(doctor.code == 0, "\(doctor.all)")
    #expect(doctor.output.contains("of 1 of 1 exercises are compiled"))
    let solution = try Files.text("\(folder.path)/solutions/\(topic)/\(exercise).swift")
    Files.remove("\(folder.path)/solutions")

    let lines = solution.split(separator: "\n").filter { $0.hasPrefix("  ") && $0.count > 14 }
    #expect(!lines.isEmpty)
    for path in try FileManager.default.subpathsOfDirectory(atPath: known) where path.hasSuffix(".json") {
      let text = try Files.text("\(known)/\(path)")
      for line in lines { #expect(!text.contains(line.drop { $0 == " " })) }
    }

    let wrong = try folder.write(
      solution.replacing("let squaredLength = dot(g, g)", with: "let squaredLength = dot(e, e)"), "wrong.swift")
    let check = try BuiltCommand.run(
      "check", exercise, "--file", wrong, "--format", "json", in: "/", environment: ["GRADUS_HOME": folder.path])
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any], "\(check.all)")
    #expect(report["status"] as? String == "failed")
    #expect((report["misconception"] as? [String: Any])?["id"] as? String == "divided-by-the-words-square")
    #expect(check.errors == "", "nothing is compiled now")
  }

  @Test func `are none where there are neither solutions nor anything prepared`() throws {
    let folder = try course()
    Files.remove("\(folder.path)/solutions")
    let doctor = try BuiltCommand.run("doctor", "--prepare", in: folder.path)
    #expect(doctor.code == 0, "\(doctor.all)")
    #expect(doctor.output.contains("none known here"))
  }

  @Test func `that do not compile are a note, but not in an installation`() throws {
    let folder = try course()
    let list = "\(folder.path)/solutions/\(topic)/\(exercise).md"
    try Files.write(try Files.text(list).replacing("dot(e, e)", with: "dot(e, missing)"), to: list)
    let doctor = try BuiltCommand.run("doctor", "--prepare", in: folder.path)
    #expect(doctor.code == 0, "\(doctor.all)")
    #expect(doctor.errors.contains("divided-by-the-words-square"))
    #expect(doctor.output.contains("but not of \(exercise)"))
    let install = try BuiltCommand.run(
      "doctor", "--prepare", "--diagnosis-to", "\(folder.path)/known", in: folder.path)
    #expect(install.code == 3)
    #expect(!Files.exists("\(folder.path)/known/\(exercise)"))
  }

  @Test func `go where they are told only when they are compiled`() throws {
    #expect(try BuiltCommand.run("doctor", "--diagnosis-to", "/tmp/nowhere").code == 2)
  }
}
