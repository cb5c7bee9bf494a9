import Files
import Foundation
import JSON
import Testing

/// The miniature course with short limits, in a folder of its own, and its command.
final class HostileCourse {
  /// The command, beside the tests.
  static let command = Files.folder(of: Files.realPath("/proc/self/exe") ?? "") + "/miniature"

  let folder: String
  private let scratch: String
  let temporary: String

  init() throws {
    folder = try Files.makeTemporaryFolder("gradus-hostile")
    scratch = "\(folder)/scratch"
    temporary = "\(folder)/temporary"
    for part in [scratch, temporary] { try Files.makeFolder(part) }
    for path in [folder, temporary] { try Files.setMode(path, 0o755) }
    let course = "\(HostileFixture.home)/Tests/Fixtures/miniature"
    for part in ["exercises", "lessons"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(part)", withDestinationPath: "\(course)/\(part)")
    }
    try Files.write(
      """
      limits:
        check-seconds: 1
        file-seconds: 4
        wait-seconds: 2
        file-clock-seconds: 12
        compiler-seconds: 8
      """, to: "\(folder)/course.yaml")
  }

  deinit { Files.remove(folder) }

  /// Runs the command in the course's folder.
  func run(
    _ words: [String], program: [String] = [command], environment: [String: String] = [:]
  ) throws -> Spawned {
    var variables = ["PATH": "/usr/bin:/bin", "HOME": folder, "NO_COLOR": "1"]
    for name in ["PATH", "GRADUS_TOOLCHAIN", "GRADUS_CACHE"] { variables[name] = Files.environment(name) }
    variables["GRADUS_HOME"] = HostileFixture.home
    variables["TMPDIR"] = temporary
    for (name, value) in environment { variables[name] = value }
    return try Spawned(
      program + words, in: folder, environment: variables.map { "\($0.key)=\($0.value)" }, scratch: scratch)
  }

  /// Grades a file for the exercise `mean`.
  func grade(_ file: String, sandbox: String, hidden: Bool = false) throws -> Spawned {
    try run(
      ["check", "mean", "--file=\(file)", "--format", "json", "--sandbox", sandbox] + (hidden ? ["--hidden"] : []))
  }

  /// A report without what differs from run to run.
  static func lasting(_ report: String) throws -> JSONValue {
    guard case .object(let members) = try JSONValue.parse(report) else { return .null }
    return .object(members.filter { $0.key != "seconds" })
  }
}
