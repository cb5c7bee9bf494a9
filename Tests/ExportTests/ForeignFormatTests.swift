import Course
import Export
import Files
import Foundation
import JSON
import Testing

@Suite(.needsValidators) struct `What other systems read` {
  private static let source = "import LinearAlgebra\n\nfunc loss(_ z: Vector) -> Double {\n  0\n}\n"

  private func files(_ samples: Sample...) -> [GradedFile] {
    samples.map { GradedFile($0.verdict, path: "odd name/bptt.swift", source: Self.source, seconds: 0.1234) }
  }

  @Test(arguments: Sample.all)
  func `fits Gradescope's rules, for one file and for two`(sample: Sample) throws {
    for files in [files(sample), files(sample, .passed)] {
      let value = GradescopeResults.value(files, version: "1.2.3")
      try Validators.hold(value, against: "gradescope")
      // No grade where something could not be graded.
      #expect((value["score"] != nil) == (sample.verdict.status != .notGradable))
      #expect((value["tests"] != nil) == (sample.verdict.status != .notGradable))
    }
  }

  @Test(arguments: Sample.all)
  func `fits Classroom 50's rules`(sample: Sample) throws {
    let environment = ["CLASSROOM": "c", "SUBMISSION_TAG": "submit/1"]
    let value = Classroom50Result.value(
      files(sample), environment: { environment[$0] }, moment: "2026-11-20T22:59:00Z")
    try Validators.hold(value, against: "classroom50")
    #expect(value["classroom"] == "c" && value["submission"] == "submit/1" && value["review"] == "")
    #expect(value["score"] == .integer(Int(sample.verdict.score)))
    #expect(value["max-score"] == 4)
  }

  @Test(arguments: Sample.all)
  func `fits PrairieLearn's rules`(sample: Sample) throws {
    let value = PrairieLearnResults.value(files(sample)[0])
    try Validators.hold(value, against: "prairielearn")
    // What does not compile costs no attempt.
    #expect(value["gradable"] == .boolean(sample.verdict.status != .compileError))
  }

  @Test func `stays below PrairieLearn's megabyte`() throws {
    var verdict = Sample.failed.verdict
    verdict.checks = (0..<60).map { number in
      CheckResult(
        name: "check \(number)", status: .failed, points: 0, maxPoints: 1,
        message: String(repeating: "a long message ", count: 4000))
    }
    let value = PrairieLearnResults.value(GradedFile(verdict, path: "f", source: "", seconds: 0))
    try Validators.hold(value, against: "prairielearn")
    #expect(value.compact.utf8.count <= 1 << 20)
  }

  @Test(arguments: Sample.all)
  func `fits the schema of SARIF`(sample: Sample) throws {
    let value = SARIFLog.value(files(sample), version: "1.2.3")
    try Validators.hold(value, against: "sarif-2.1.0")
    guard case .array(let runs)? = value["runs"], case .array(let results)? = runs.first?["results"] else {
      Issue.record("there are no results")
      return
    }
    #expect(results.isEmpty == (sample.verdict.status == .passed))
  }

  @Test func `points to the function that a check calls`() throws {
    let text = SARIFLog.value(files(.crashed), version: "1.2.3").compact
    #expect(text.contains(#""startLine":3"#))
    #expect(text.contains("odd%20name/bptt.swift"))
  }

  @Test(arguments: Sample.all)
  func `fits the schema of JUnit's XML`(sample: Sample) throws {
    let text = JUnitReport.text(files(sample, .passed), moment: "2026-11-20T22:59:00")
    try Validators.holdXML(text)
    #expect(text.components(separatedBy: "<testsuite ").count == 3)
    // Whatever did not pass is a case that says so.
    let marks = ["<failure", "<error"].map { text.components(separatedBy: $0).count - 1 }.reduce(0, +)
    #expect((marks > 0) == (sample.verdict.status != .passed))
  }

  @Test func `keeps hostile words inert`() throws {
    let texts = [
      JUnitReport.text(files(.hostile), moment: "2026-11-20T22:59:00"),
      SARIFLog.value(files(.hostile), version: "1").pretty,
      GradescopeResults.value(files(.hostile), version: "1").pretty,
      PrairieLearnResults.value(files(.hostile)[0]).pretty,
    ]
    for text in texts {
      for mark in ["\u{1B}", "\u{202E}", "\u{0}", "]]>"] { #expect(!text.contains(mark) || mark == "]]>") }
    }
    #expect(!texts[0].contains("<script>"))
  }
}

/// The programs that know other systems' rules.
enum Validators {
  private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/schemas").path

  /// Why they cannot be had; nil if all is well.
  static let obstacle: String? = {
    let python = try? run(["python3", "-c", "import jsonschema"])
    let xmllint = try? run(["xmllint", "--version"])
    return python?.code == 0 && xmllint?.code == 0
      ? nil : "Scripts/setup --tests installs python3-jsonschema and libxml2-utils"
  }()

  static func hold(_ value: JSONValue, against schema: String) throws {
    try hold(value.pretty) { ["python3", "\(home)/validate.py", "\(home)/\(schema).json", $0] }
  }

  static func holdXML(_ text: String) throws {
    try hold(text) { ["xmllint", "--noout", "--nonet", "--schema", "\(home)/junit.xsd", $0] }
  }

  private static func hold(_ text: String, _ command: (String) -> [String]) throws {
    let folder = try Files.makeTemporaryFolder("gradus-format")
    defer { Files.remove(folder) }
    try Files.write(text, to: "\(folder)/document")
    let outcome = try run(command("\(folder)/document"))
    #expect(outcome.code == 0, "\(outcome.words)\n\(text)")
  }

  private static func run(_ words: [String]) throws -> (code: Int32, words: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that hold documents against other systems' rules.
  static var needsValidators: Self {
    .enabled("schemas can be checked on this machine: \(Validators.obstacle ?? "yes")") { Validators.obstacle == nil }
  }
}
