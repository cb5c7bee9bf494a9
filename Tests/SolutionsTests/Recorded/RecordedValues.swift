import Foundation
import JSON
import Testing
import Wire

/// A recorded call: what an independent implementation answered.
struct RecordedCase: Sendable, CustomTestStringConvertible {
  let reference: Reference
  let name: String
  let function: String
  let arguments: JSONValue
  let expected: JSONValue

  var testDescription: String { "\(reference.exercise): \(function), \(name)" }

  /// All cases of an exercise; throws where the file is none or a case is not whole.
  static func all(_ reference: Reference) throws -> [RecordedCase] {
    let exercise = reference.exercise
    let file = Project.folder.appending(path: "Tests/Fixtures/oracle/\(exercise).json")
    let json = try JSONValue.parse(Data(contentsOf: file))
    guard json["exercise"] == .string(exercise), case .array(let cases)? = json["cases"] else {
      throw Incomplete(file: file.lastPathComponent)
    }
    return try cases.map { item in
      guard case .string(let name)? = item["name"], case .string(let function)? = item["function"],
        let arguments = item["arguments"], let expected = item["expected"]
      else { throw Incomplete(file: file.lastPathComponent) }
      return RecordedCase(
        reference: reference, name: name, function: function, arguments: arguments, expected: expected)
    }
  }

  /// Calls the reference and says where it departs from the recorded value; nil where it does not.
  func disagreement() throws -> String? {
    guard let reference = reference.functions.first(where: { $0.name == function }) else {
      return "no function \(function) in the checks of \(self.reference.exercise)"
    }
    let recorded = try Value(expected, as: reference.type.result)
    let actual = try reference.call(try reference.type.arguments(arguments))
    return Agreement.exact.disagreement(actual.withSortedRows, recorded.withSortedRows, at: "result")
  }

  private struct Incomplete: Error {
    let file: String
  }
}

/// Where the project lies.
enum Project {
  static var folder: URL { URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL }

  /// The names of the oracle's files without their extension.
  static func recordedExercises() throws -> [String] {
    try names(in: "Tests/Fixtures/oracle", withExtension: "json")
  }

  private static func names(in path: String, withExtension suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
      .filter { $0.hasSuffix(".\(suffix)") }.map { String($0.dropLast(suffix.count + 1)) }.sorted()
  }
}

extension Value {
  /// The value with lists of row gradients in the order of their rows, and lists of counts in that of their n-grams, which
  /// the exercises leave open.
  fileprivate var withSortedRows: Value {
    switch self {
    case .structure(let name, let fields):
      return .structure(name, fields.map { Field($0.label, $0.value.withSortedRows) })
    case .list(let values):
      let rows = values.compactMap(\.row)
      let words = values.compactMap(\.countedWords)
      if rows.count == values.count { return .list(zip(rows, values).sorted { $0.0 < $1.0 }.map(\.1)) }
      if words.count == values.count { return .list(zip(words, values).sorted { $0.0 < $1.0 }.map(\.1)) }
      return self
    default: return self
    }
  }

  private var countedWords: String? {
    guard case .structure("NGramCount", let fields) = self, case .list(let words)? = fields.first?.value else {
      return nil
    }
    return "\(words)"
  }

  private var row: Int? {
    guard case .structure(let name, let fields) = self, ["RowGradient", "TouchedRow"].contains(name),
      case .integer(let row)? = fields.first?.value
    else {
      return nil
    }
    return row
  }
}
