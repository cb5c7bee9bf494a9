import Files
import Foundation
import Testing

@Suite struct `What students get` {
  private static let gradus = Files.folder(of: Files.realPath("/proc/self/exe") ?? "") + "/gradus"

  private func release(_ course: String, to folder: String, by program: String = gradus) throws -> (
    code: Int32, text: String
  ) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = ["release", folder]
    process.currentDirectoryURL = URL(filePath: course)
    process.environment = ProcessInfo.processInfo.environment.merging(["GRADUS_HOME": ClassFolder.home]) { $1 }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  private func files(below folder: String) throws -> [String] {
    try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
      .filter { Files.kind("\(folder)/\($0)") == .file }.sorted()
  }

  private func lines(_ path: String) throws -> Set<String> {
    Set(try Files.text(path).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  @Test func `holds lessons and starters, and no line of any solution`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-tests")
    defer { Files.remove(folder) }
    let outcome = try release(ClassFolder.home, to: "\(folder)/course")
    #expect(outcome.code == 0, "\(outcome.text)")
    let given = try files(below: "\(folder)/course")
    let home = ClassFolder.home
    let exercises = try files(below: "\(home)/exercises").map { "exercises/\($0)" }
    #expect(exercises.count > 20)
    #expect(Set(given).isSuperset(of: exercises))
    #expect(Set(given).isSuperset(of: try files(below: "\(home)/lessons").map { "lessons/\($0)" }))
    #expect(given.allSatisfy { $0.hasPrefix("lessons/") || $0.hasPrefix("exercises/") || !$0.contains("/") })
    // Every line of every solution that its starter does not hold is looked for in every line that is given out.
    var secrets: Set<String> = []
    let sources = try files(below: "\(home)/solutions").filter { $0.hasSuffix(".swift") }
    for name in sources {
      secrets.formUnion(try lines("\(home)/solutions/\(name)").subtracting(try lines("\(home)/exercises/\(name)")))
    }
    for name in sources { secrets.subtract(try lines("\(home)/exercises/\(name)")) }
    // Brackets and what follows them are in all programs.
    secrets = secrets.filter { $0.contains(where: \.isLetter) && $0 != "} else {" && !$0.hasPrefix("//") }
    #expect(secrets.count > 300)
    for name in given {
      let given = try lines("\(folder)/course/\(name)")
      let inline = given.flatMap { $0.split(separator: "`").map(String.init) }
      let leaked = given.union(inline).intersection(secrets)
      #expect(leaked.isEmpty, "\(name)")
    }
    // Nor is a misconception told of.
    let mistakes = try files(below: "\(home)/solutions").filter { $0.hasSuffix(".md") }
      .flatMap { try lines("\(home)/solutions/\($0)").filter { $0.hasPrefix("## ") && $0 != "## Afterwards" } }
    #expect(mistakes.count > 50)
    for name in given { #expect(try lines("\(folder)/course/\(name)").isDisjoint(with: mistakes), "\(name)") }
    #expect(try release(ClassFolder.home, to: "\(folder)/course").text.contains(" 0 files written"))
  }

  @Test func `is not written where a lesson gives a line away`() throws {
    let room = try ClassFolder()
    Files.remove(room.file("course/lessons"))
    try FileManager.default.copyItem(
      atPath: "\(ClassFolder.home)/Tests/Fixtures/miniature/lessons", toPath: room.file("course/lessons"))
    let lesson = room.file("course/lessons/01-start/01-means.md")
    try Files.write(try Files.text(lesson) + "\n```swift\n  return x.sum / n\n```\n", to: lesson)
    let program = Files.folder(of: Self.gradus) + "/miniature"
    let outcome = try release(room.file("course"), to: room.file("out"), by: program)
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("'return x.sum / n' is a line of solutions/01-start/mean.swift"))
    #expect(!Files.exists(room.file("out")))
    let sentence = try Files.text(lesson).replacing(
      "```swift\n  return x.sum / n\n```\n", with: "Write `return x.sum / n`.\n")
    try Files.write(sentence, to: lesson)
    #expect(try release(room.file("course"), to: room.file("out"), by: program).text.contains("'return x.sum / n'"))
    Files.remove(room.file("course/solutions"))
    #expect(try release(room.file("course"), to: room.file("out"), by: program).text.contains("has no solution for"))
  }
}
