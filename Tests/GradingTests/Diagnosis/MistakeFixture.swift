import Foundation
import Testing

@testable import Grading

/// A wrong program under Tests/Fixtures/mistakes, written from an exercise's statement and not from its solution.
///
/// It lies in a folder of its exercise: `listed` holds programs with one mistake of the exercise's list, `pairs` with
/// two in two functions, `unlisted` with one that is not in the list. A file replaces some functions of `right.swift`, a
/// right program in another style than the solution; one that imports something stands alone. Its first lines say, as
/// `// key: value, value`:
///
/// - `expected`: the misconceptions to be named, or `none`.
/// - `mistaken`: the functions in which the mistakes stand, perhaps by a helper of theirs.
/// - `calling`: right functions that call one of these, and so may return wrong numbers.
struct MistakeFixture: CustomTestStringConvertible, Sendable {
  let exercise: String
  let name: String
  let expected: Set<String>
  let mistaken: Set<String>
  let calling: Set<String>
  private let text: String

  /// The whole program.
  var submission: Submission {
    let path = "\(Self.folder)/\(testDescription).swift"
    return Submission(source: isWhole ? text : "\(text)\n\(Self.right(exercise, without: text))", path: path)
  }

  var testDescription: String { "\(exercise)/\(name)" }

  /// Why the program is not named as it should be; nil where it is.
  var whyNotNamed: String? { Self.notNamed[testDescription] }

  private static let folder = "\(Graders.fixtures)/mistakes"

  /// The programs that are not named as they should be, each with the reason.
  static let notNamed: [String: String] = {
    guard let data = FileManager.default.contents(atPath: "\(folder)/not-named.json") else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
  }()

  /// All programs of one kind, of all exercises.
  static func all(_ kind: String) -> [MistakeFixture] {
    entries(folder).flatMap { exercise in
      entries("\(folder)/\(exercise)/\(kind)").filter { $0.hasSuffix(".swift") }
        .map { MistakeFixture(exercise, "\(kind)/\($0.dropLast(".swift".count))") }
    }
  }

  /// The exercises that have such programs.
  static var exercises: [String] {
    entries(folder).filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/right.swift") }
  }

  /// The right program, without the functions that another file writes anew.
  static func right(_ exercise: String, without replacement: String = "") -> String {
    let source = (try? String(contentsOfFile: "\(folder)/\(exercise)/right.swift", encoding: .utf8)) ?? ""
    let names = Set(FunctionDeclaration.all(in: replacement).filter(\.isAtFileScope).map(\.name))
    var bytes = Array(source.utf8)
    for function in FunctionDeclaration.all(in: source).reversed() where names.contains(function.name) {
      guard function.isAtFileScope, let body = function.body else { continue }
      let start = bytes[..<function.head.lowerBound].lastIndex(of: UInt8(ascii: "\n")) ?? 0
      bytes.removeSubrange(start..<body.upperBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var isWhole: Bool { text.contains("\nimport ") }

  private static func entries(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private init(_ exercise: String, _ name: String) {
    let source = (try? String(contentsOfFile: "\(Self.folder)/\(exercise)/\(name).swift", encoding: .utf8)) ?? ""
    func values(_ key: String) -> Set<String> {
      let start = "// \(key): "
      let line = source.components(separatedBy: "\n").first { $0.hasPrefix(start) } ?? start
      return Set(line.dropFirst(start.count).components(separatedBy: ", ")).subtracting(["", "none"])
    }
    self.exercise = exercise
    self.name = name
    text = source
    expected = values("expected")
    mistaken = values("mistaken")
    calling = values("calling")
  }
}
