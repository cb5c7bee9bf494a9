import Files
import Foundation
import Testing

/// A class of the miniature course in a folder of its own, and the command that grades it.
final class ClassFolder {
  /// The checkout that the tests belong to.
  static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let built = Files.folder(of: Files.realPath("/proc/self/exe") ?? "")

  /// Why nothing can be graded here; nil if all is well.
  static let obstacle: String? = {
    do {
      let folder = try ClassFolder()
      let outcome = try folder.run("doctor", "--prepare")
      return outcome.code == 0 ? nil : outcome.output + outcome.errors
    } catch {
      return "\(error)"
    }
  }()

  /// How a command ended.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  let path: String

  init() throws {
    path = try Files.makeTemporaryFolder("gradus-class")
    try Files.setMode(path, 0o755)
    try Files.makeFolder("\(path)/course")
    for part in ["exercises", "lessons", "solutions"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(path)/course/\(part)", withDestinationPath: "\(Self.home)/Tests/Fixtures/miniature/\(part)")
    }
    try Files.makeFolder("\(path)/submissions")
  }

  deinit { Files.remove(path) }

  /// Puts one of the fixtures into a student's folder.
  func handIn(_ fixture: String, for exercise: String, by student: String, remark: String = "") throws {
    let text = try Files.text("\(Self.home)/Tests/Fixtures/submissions/\(exercise)/\(fixture).swift")
    try write(text + (remark.isEmpty ? "" : "// \(remark)\n"), "submissions/\(student)/\(exercise).swift")
  }

  /// Hands in work of so many students, all of which is different, half of it wrong.
  func fill(_ students: Int) throws {
    for number in 1...students {
      let student = "s\(number)"
      try handIn(number % 2 == 0 ? "right" : "prints", for: "mean", by: student, remark: student)
      try handIn(
        ["right", "factor-missing", "mean-held-fixed"][number % 3], for: "variance-gradient", by: student,
        remark: student)
    }
  }

  func write(_ text: String, _ name: String) throws {
    try Files.makeFolder(Files.folder(of: "\(path)/\(name)"))
    try Files.write(text, to: "\(path)/\(name)")
    // A fixed time, so that two classes are the same.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: "\(path)/\(name)")
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The command of the miniature course.
  static let command = "\(built)/miniature"

  /// A process of the command, with its output in files; `through` stands before it, as `setpriv` and its options do.
  func start(
    _ words: [String], environment: [String: String] = [:], to name: String, through: [String] = []
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = through + [Self.command] + words
    process.currentDirectoryURL = URL(filePath: "\(path)/course")
    var variables = ProcessInfo.processInfo.environment
    variables["GRADUS_HOME"] = Self.home
    variables["NO_COLOR"] = "1"
    variables.merge(environment) { $1 }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    for (suffix, isOutput) in [("out", true), ("err", false)] {
      let file = "\(path)/\(name).\(suffix)"
      try Files.write("", to: file)
      let handle = try FileHandle(forWritingTo: URL(filePath: file))
      if isOutput { process.standardOutput = handle } else { process.standardError = handle }
    }
    try process.run()
    return process
  }

  /// Runs the command to its end.
  @discardableResult
  func run(_ words: String..., environment: [String: String] = [:]) throws -> Outcome {
    let name = "run-\(UUID().uuidString)"
    let process = try start(words, environment: environment, to: name)
    process.waitUntilExit()
    defer { for suffix in ["out", "err"] { Files.remove("\(path)/\(name).\(suffix)") } }
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try Files.text("\(path)/\(name).out"), errors: try Files.text("\(path)/\(name).err"))
  }

  /// Grades the submissions into a gradebook.
  @discardableResult
  func grade(_ gradebook: String, _ more: String..., environment: [String: String] = [:]) throws -> Outcome {
    let process = try start(
      ["grade", "../submissions", "--gradebook", file(gradebook)] + more, environment: environment, to: gradebook)
    process.waitUntilExit()
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try Files.text("\(path)/\(gradebook).out"), errors: try Files.text("\(path)/\(gradebook).err"))
  }

  /// All that can be exported of a gradebook, one table below the other.
  func exported(_ gradebook: String) throws -> String {
    try ["grades", "totals", "checks"].map { format in
      let outcome = try run("export", format, "--gradebook", file(gradebook))
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output
    }.joined()
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that grade.
  static var needsGrading: Self {
    .enabled("submissions can be graded on this machine: \(ClassFolder.obstacle ?? "yes")") {
      ClassFolder.obstacle == nil
    }
  }
}
