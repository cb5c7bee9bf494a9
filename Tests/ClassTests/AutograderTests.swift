import Files
import Foundation
import Glibc
import JSON
import Testing

/// A machine of Gradescope's in a folder: the zip unpacked in `source`, `run_autograder` copied beside it, and a submission.
private final class GradescopeMachine {
  let room: ClassFolder
  var path: String { room.file("autograder") }

  init(_ words: String..., policy: String = "seed: 7\n") throws {
    room = try ClassFolder()
    try room.write(policy, "policy.yaml")
    let made = try room.start(
      ["autograder"] + words + ["--output", room.file("grader.zip"), "--policy", room.file("policy.yaml")], to: "made")
    made.waitUntilExit()
    let errors = try Files.text(room.file("made.err"))
    #expect(made.terminationStatus == 0, "\(errors)")
    // Another program than ours reads the zip, and says which of its files are programs.
    let unpack = """
      import os, sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as archive:
        archive.extractall(sys.argv[2])
        for entry in archive.infolist():
          mode = entry.external_attr >> 16
          os.chmod(os.path.join(sys.argv[2], entry.filename), mode)
          if mode & 0o111: print(entry.filename)
      """
    let unpacked = try call(["python3", "-c", unpack, room.file("grader.zip"), "\(path)/source"])
    #expect(unpacked.output.split(separator: "\n").sorted() == ["gradus/bin/gradus", "run_autograder", "setup.sh"])
    try Files.write(
      try Files.read("\(path)/source/run_autograder"), to: "\(path)/run_autograder", mode: 0o755)
    try Files.makeFolder("\(path)/submission")
    // What is prepared on this machine need not be prepared again.
    let cache = Files.environment("GRADUS_CACHE") ?? "/var/cache/gradus"
    if Files.kind(cache, followingLinks: true) == .folder {
      try FileManager.default.createSymbolicLink(atPath: "\(path)/source/cache", withDestinationPath: cache)
    }
    try metadata(["email": "ann@example.org", "id": 12, "name": "Ann"])
  }

  func metadata(_ user: [String: Any]) throws {
    let value: [String: Any] = [
      "id": 123, "created_at": "2026-11-20T14:22:32.365935-07:00", "submission_method": "upload",
      "assignment": ["id": 5, "title": "Means", "total_points": "20.0", "late_due_date": NSNull()],
      "users": [user], "previous_submissions": [[String: Any]](),
    ]
    try JSONSerialization.data(withJSONObject: value).write(to: URL(filePath: "\(path)/submission_metadata.json"))
  }

  func call(_ words: [String], environment: [String: String] = [:]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: "/")
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Grades a submission of these fixtures, by name of the exercise.
  func grade(
    _ fixtures: [String: String], environment: [String: String] = [:]
  ) throws -> (code: Int32, said: String, text: String, results: JSONValue) {
    for name in try Files.list("\(path)/submission") { Files.remove("\(path)/submission/\(name)") }
    Files.remove("\(path)/results")
    for (exercise, fixture) in fixtures {
      let file = "\(ClassFolder.home)/Tests/Fixtures/submissions/\(exercise)/\(fixture).swift"
      try Files.copy(file, to: "\(path)/submission/\(exercise).swift")
    }
    let run = try call(["\(path)/run_autograder"], environment: environment)
    let results = "\(path)/results/results.json"
    let text = try Files.text(results)
    let schemas = "\(ClassFolder.home)/Tests/Fixtures/schemas"
    let valid = try call(["python3", "\(schemas)/validate.py", "\(schemas)/gradescope.json", results])
    #expect(valid.code == 0, "\(valid.output)")
    return (run.code, run.output, text, try JSONValue.parse(text))
  }

  /// Why no zip can be tried; nil if all is well.
  static let obstacle: String? = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import jsonschema"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "there is no python3" }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : "Scripts/setup --tests installs python3-jsonschema"
  }()

  /// What `setup.sh` would install here; it is tried only where that is nothing.
  static func missingPackages(_ script: String) -> [String] {
    let lines = script.split(separator: "\n").drop { !$0.hasPrefix("for package in") }.prefix {
      !$0.hasPrefix("  dpkg")
    }
    let words = lines.joined(separator: " ").split { " \\;".contains($0) }.map(String.init)
    return words.filter { !["for", "package", "in", "do"].contains($0) }.filter { package in
      !Files.exists("/var/lib/dpkg/info/\(package).list") && !Files.exists("/var/lib/dpkg/info/\(package):amd64.list")
    }
  }
}

extension JSONValue {
  fileprivate var items: [JSONValue] {
    guard case .array(let items) = self else { return [] }
    return items
  }
}

@Suite(
  .serialized, .needsGrading,
  .enabled("an autograder can be tried on this machine: \(GradescopeMachine.obstacle ?? "yes")") {
    GradescopeMachine.obstacle == nil
  })
struct `An autograder for Gradescope` {
  @Test func `is set up, grades, and tells of a hidden check no more than whether it passed`() throws {
    let hidden = "ds/dx_j = 2 / n (x_j - m)"
    let machine = try GradescopeMachine(
      "variance-gradient", policy: "seed: 7\nhidden: [\"\(hidden)\"]\n")
    let script = try Files.text("\(machine.path)/source/setup.sh")
    #expect(GradescopeMachine.missingPackages("for package in gradus-none \\\n  other; do\n  dpkg").count == 2)
    if GradescopeMachine.missingPackages(script).isEmpty {
      // Twice: an image may be built again.
      for _ in 0..<2 {
        let setup = try machine.call(["\(machine.path)/source/setup.sh"])
        #expect(setup.code == 0, "\(setup.output)")
        #expect(setup.output.contains("setup: done"))
        #expect(!setup.output.contains("installing"))
      }
    }
    let right = try machine.grade(["variance-gradient": "right"])
    #expect(right.code == 0, "\(right.said)")
    #expect(right.results["score"] == .integer(5))
    #expect(right.said.contains("set its points to those"), "\(right.said)")
    let wrong = try machine.grade(["variance-gradient": "factor-missing"])
    #expect(wrong.code == 0, "\(wrong.said)")
    #expect(wrong.results["score"] == .integer(2))
    let tests = wrong.results["tests"]?.items ?? []
    #expect(tests.map { $0["status"] } == ["passed", "failed"])
    #expect(tests.last?["name"] == "A hidden check")
    #expect(tests.last?["output"] == "")
    for word in [hidden, "expected", "varianceGradient", "seed", "misconception:"] {
      #expect(!wrong.text.contains(word), "\(word)")
    }
    // The same student gets the same cases each time.
    #expect(try machine.grade(["variance-gradient": "factor-missing"]).results["tests"] == wrong.results["tests"])
  }

  @Test func `grades several exercises, names misconceptions, and gives nothing for what is not there`() throws {
    let machine = try GradescopeMachine()
    let both = try machine.grade(["mean": "right", "variance-gradient": "factor-missing"])
    #expect(both.code == 0, "\(both.said)")
    #expect(both.results["score"] == .integer(7))
    #expect(both.text.contains("factor-two-missing"))
    let cases = both.results["tests"]
    // Another student has other cases.
    try machine.metadata(["email": "bo@example.org", "id": 13, "name": "Bo"])
    #expect(try machine.grade(["mean": "right", "variance-gradient": "factor-missing"]).results["tests"] != cases)
    let one = try machine.grade(["mean": "right"])
    #expect(one.code == 0)
    #expect(one.results["score"] == .integer(5))
    #expect(one.results["tests"]?.items.count == 4)
    #expect(one.text.contains("no file that can be read is called variance-gradient.swift"))
    // Whoever hands in nothing, or a link to something, gets nothing.
    #expect(try machine.grade([:]).results["score"] == .integer(0))
    try FileManager.default.createSymbolicLink(
      atPath: "\(machine.path)/submission/mean.swift", withDestinationPath: "/etc/passwd")
    let link = try machine.call(["\(machine.path)/run_autograder"])
    #expect(link.code == 0)
    #expect(try Files.text("\(machine.path)/results/results.json").contains("symbolic link"))
    // Nobody's own cases are better than no grade.
    Files.remove("\(machine.path)/submission_metadata.json")
    let anonymous = try machine.grade(["mean": "right", "variance-gradient": "right"])
    #expect(anonymous.results["score"] == .integer(10))
    #expect(anonymous.said.contains("submission_metadata.json cannot be read"))
  }

  @Test func `makes no grade of a fault`() throws {
    let machine = try GradescopeMachine("mean")
    let broken = try machine.grade(["mean": "right"], environment: ["TMPDIR": "\(machine.path)/nowhere"])
    #expect(broken.code == 3, "\(broken.said)")
    #expect(broken.results["score"] == nil)
    #expect(broken.results["tests"] == nil)
  }

  @Test func `is the same zip each time, and holds no answer of other exercises`() throws {
    let room = try ClassFolder()
    for name in ["a.zip", "b.zip"] {
      let outcome = try room.run("autograder", "mean", "--output", room.file(name))
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("for mean; let the assignment be worth 5 points"))
    }
    #expect(try Files.read(room.file("a.zip")) == Files.read(room.file("b.zip")))
    let text = String(decoding: try Files.read(room.file("a.zip")), as: UTF8.self)
    #expect(text.contains("solutions/01-start/mean.swift"))
    #expect(!text.contains("solutions/01-start/variance-gradient"))
  }

  @Test(
    arguments: [
      ([], "--output autograder.zip"), (["maen", "--output", "x.zip"], "Did you mean 'mean'?"),
      (["--output", "no/x.zip"], "cannot be written"), (["--run", "x", "--output", "y"], "--run takes the policy"),
      (["--run", "nowhere"], "there is no nowhere/submission"),
    ])
  func `says what is wrong with a command line`(words: [String], message: String) throws {
    let room = try ClassFolder()
    let process = try room.start(["autograder"] + words, to: "run")
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let errors = try Files.text(room.file("run.err"))
    #expect(errors.contains(message), "\(errors)")
  }
}
