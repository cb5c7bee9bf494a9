import Checks
import Course
import Foundation
import Grading
import Wire

/// The reference of an exercise: its functions, and where its file lies.
struct Reference: Sendable, CustomStringConvertible {
  let exercise: String
  let file: String

  var description: String { exercise }

  /// The functions that the exercise's checks call.
  var functions: [Function] { courseChecks[exercise]?().functions ?? [] }

  /// The references of the whole course.
  static func all() throws -> [Reference] {
    try CourseLayout(root: Project.folder.path).exercises().map {
      Reference(exercise: $0.id.rawValue, file: $0.files.solution)
    }
  }

  /// The names of the functions that the file offers: those declared at file scope and not private.
  func declaredFunctions() throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("func ") }
      .map { String($0.dropFirst("func ".count).prefix { $0.isLetter || $0.isNumber }) }
  }
}
