import Files
import Foundation
import Testing

/// The command that was built beside the tests, run as a shell would run it.
enum BuiltCommand {
  /// The checkout that the tests belong to.
  static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The command's path, beside the test bundle.
  static let path = Files.folder(of: Files.realPath("/proc/self/exe") ?? "") + "/gradus"

  /// How a run of the command ended.
  struct Outcome: Sendable {
    let code: Int32
    let output: String
    let errors: String
    var all: String { output + errors }
  }

  /// A run that goes on.
  final class Run {
    private let process = Process()
    private let output: FileHandle
    private let errors: FileHandle
    private let outputURL: URL
    private let errorURL: URL

    init(
      _ words: [String], in folder: String, program: String = BuiltCommand.path, environment: [String: String?],
      input: String?
    ) throws {
      // Files, not pipes: nothing has to be read while the command runs.
      let scratch = FileManager.default.temporaryDirectory.appending(path: "gradus-run-\(UUID().uuidString)")
      outputURL = scratch.appendingPathExtension("out")
      errorURL = scratch.appendingPathExtension("err")
      _ = FileManager.default.createFile(atPath: outputURL.path, contents: nil)
      _ = FileManager.default.createFile(atPath: errorURL.path, contents: nil)
      output = try FileHandle(forWritingTo: outputURL)
      errors = try FileHandle(forWritingTo: errorURL)
      process.executableURL = URL(filePath: program)
      process.arguments = words
      process.currentDirectoryURL = URL(filePath: folder)
      process.standardOutput = output
      process.standardError = errors
      var variables = ProcessInfo.processInfo.environment
      variables["GRADUS_HOME"] = BuiltCommand.home
      variables["NO_COLOR"] = nil
      for (name, value) in environment { variables[name] = value }
      process.environment = variables
      if let input {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipe.fileHandleForWriting.close()
        process.standardInput = pipe
      } else {
        process.standardInput = FileHandle.nullDevice
      }
      try process.run()
    }

    /// Waits for the end.
    func finish() throws -> Outcome {
      process.waitUntilExit()
      try output.close()
      try errors.close()
      defer {
        try? FileManager.default.removeItem(at: outputURL)
        try? FileManager.default.removeItem(at: errorURL)
      }
      return Outcome(
        code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
        output: try String(contentsOf: outputURL, encoding: .utf8),
        errors: try String(contentsOf: errorURL, encoding: .utf8))
    }
  }

  /// Runs the command to its end.
  static func run(
    _ words: String..., in folder: String = home, environment: [String: String?] = [:], input: String? = nil
  ) throws -> Outcome {
    try Run(words, in: folder, environment: environment, input: input).finish()
  }

  /// Whether the command was built and something can be graded here.
  static let obstacle: String? = {
    guard Files.exists(path) else { return "the command was not built at \(path)" }
    do {
      let outcome = try run("doctor", "--prepare")
      return outcome.code == 0 ? nil : outcome.all
    } catch {
      return "\(error)"
    }
  }()
}

extension Trait where Self == ConditionTrait {
  /// For tests of the built command that grade.
  static var needsCommand: Self {
    .enabled("the command grades on this machine: \(BuiltCommand.obstacle ?? "yes")") { BuiltCommand.obstacle == nil }
  }
}

/// A folder for one test, removed at its end.
final class TestFolder {
  let path: String

  init() throws {
    path = try Files.makeTemporaryFolder("gradus-tests")
    try Files.setMode(path, 0o755)
  }

  deinit { Files.remove(path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, _ name: String) throws -> String {
    try Files.makeFolder(Files.folder(of: "\(path)/\(name)"))
    try Files.write(text, to: "\(path)/\(name)")
    return "\(path)/\(name)"
  }
}
