import Files
import Foundation
import Testing

/// A file of Tests/Fixtures/hostile: a submission, or a shell script that makes one in its working folder.
///
/// The folder that it stands in is its verdict. Its name begins with the number of a case, and its head may say more, in comment lines
/// `// Key: value` or `# Key: value`:
///
/// - `Fails`: the functions whose checks must not pass, each with its status; the checks of all others must pass.
/// - `Says`, `Never says`: words that the report must hold, or must not; may be repeated.
/// - `Hidden`: if it is there, the file is graded with `--hidden`.
struct HostileFixture: CustomTestStringConvertible, Sendable {
  let verdict: String
  let name: String
  private let head: [String]

  static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let folder = "\(home)/Tests/Fixtures/hostile"

  var path: String { "\(Self.folder)/\(verdict)/\(name)" }
  var testDescription: String { "\(verdict)/\(name)" }
  var isRecipe: Bool { name.hasSuffix(".sh") }

  init(_ verdict: String, _ name: String) {
    self.verdict = verdict
    self.name = name
    let text = (try? String(contentsOfFile: "\(Self.folder)/\(verdict)/\(name)", encoding: .utf8)) ?? ""
    head = text.components(separatedBy: "\n").prefix { $0.hasPrefix("//") || $0.hasPrefix("#") }
      .map { String($0.drop { "/# ".contains($0) }) }
  }

  /// All of them.
  static let all: [HostileFixture] = {
    let verdicts = ((try? Files.list(folder)) ?? []).filter { Files.kind("\(folder)/\($0)") == .folder }
    return verdicts.flatMap { verdict in
      ((try? Files.list("\(folder)/\(verdict)")) ?? []).filter { $0.hasSuffix(".swift") || $0.hasSuffix(".sh") }
        .map { HostileFixture(verdict, $0) }
    }
  }()

  func values(_ key: String) -> [String] {
    head.filter { $0.hasPrefix("\(key): ") }.map {
      $0.dropFirst(key.count + 2).replacingOccurrences(of: "{escape}", with: "\u{1B}")
    }
  }

  /// The statuses of the functions' checks that must not pass.
  var fails: [String: String] {
    var fails: [String: String] = [:]
    for failure in values("Fails").flatMap({ $0.components(separatedBy: ", ") }) {
      let words = failure.components(separatedBy: " ")
      fails[words[0]] = words.last
    }
    return fails
  }

  /// Puts the submission into a folder and says what it is called there.
  func place(in folder: String) throws -> String {
    guard isRecipe else {
      try Files.copy(path, to: "\(folder)/submission.swift")
      return "submission.swift"
    }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-eu", path]
    shell.currentDirectoryURL = URL(filePath: folder)
    try shell.run()
    shell.waitUntilExit()
    guard Files.exists("\(folder)/name") else { return "submission.swift" }
    return try Files.text("\(folder)/name").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
