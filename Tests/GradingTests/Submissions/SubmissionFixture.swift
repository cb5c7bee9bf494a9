import Course
import Foundation
import Testing

@testable import Grading

/// A file under Tests/Fixtures/submissions with what its head says of the verdict that it must get.
///
/// The head is made of comment lines, `// Key: value`:
///
/// - `Status`: the status of the whole.
/// - `Fails`: the functions whose checks must not pass, each with its status; the checks of all others must pass.
/// - `Says`: words that the report must hold; may be repeated. `{here}` is the number of the line that ends in `// <- here`.
/// - `Never says`: words that the report must not hold.
/// - `Limits`: `N s of processor time` or `N s without an answer`, where the usual limits would take long.
struct SubmissionFixture: CustomTestStringConvertible, Sendable {
  let exercise: String
  let name: String
  let status: String
  let fails: [String: String]
  let says: [String]
  let neverSays: [String]
  let limits: ProgramLimits

  var path: String { "\(Graders.fixtures)/submissions/\(exercise)/\(name).swift" }
  var testDescription: String { "\(exercise)/\(name)" }

  /// All fixtures of an exercise.
  static func all(_ exercise: String) -> [SubmissionFixture] {
    let folder = "\(Graders.fixtures)/submissions/\(exercise)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { SubmissionFixture(exercise, String($0.dropLast(".swift".count))) }
  }

  init(_ exercise: String, _ name: String) {
    let path = "\(Graders.fixtures)/submissions/\(exercise)/\(name).swift"
    let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").components(separatedBy: "\n")
    let mark = (lines.firstIndex { $0.hasSuffix("// <- here") } ?? -1) + 1
    let head = lines.prefix { $0.hasPrefix("//") }
    func values(_ key: String) -> [String] {
      head.filter { $0.hasPrefix("// \(key): ") }.map { line in
        line.dropFirst("// \(key): ".count).replacingOccurrences(of: "{here}", with: "\(mark)")
          .replacingOccurrences(of: "{escape}", with: "\u{1B}")
      }
    }
    self.exercise = exercise
    self.name = name
    status = values("Status").joined(separator: ", ")
    var fails: [String: String] = [:]
    for failure in values("Fails").flatMap({ $0.components(separatedBy: ", ") }) {
      let words = failure.components(separatedBy: " ")
      fails[words[0]] = words.last
    }
    self.fails = fails
    says = values("Says")
    neverSays = values("Never says")
    var limits = ProgramLimits()
    if let words = values("Limits").first?.split(separator: " "), let seconds = Double(words[0]) {
      if words.last == "time" { limits.checkSeconds = seconds } else { limits.wallSeconds = seconds }
    }
    self.limits = limits
  }
}
