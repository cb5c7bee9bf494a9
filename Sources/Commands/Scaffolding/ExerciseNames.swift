internal import Course

/// What a new exercise and its parts are called, all derived from its identifier.
struct ExerciseNames: Hashable, Sendable {
  /// The exercise, `weight-decay`.
  let id: ExerciseID
  /// The title, `Weight decay`.
  let title: String
  /// The function to write, `weightDecayValue`.
  ///
  /// The last word keeps it from being a keyword, or from hiding a function of Swift's or the toolbox's from all other solutions.
  let function: String
  /// The function that makes the checks, `weightDecayChecks`.
  let checks: String
  /// The checks' file without its extension, `WeightDecay`.
  let checksFile: String

  /// The longest identifier for which the lines of the generated files keep within their length.
  static let longest = 40

  /// Derives the names; throws ``UsageError`` for an identifier that no Swift name can be made of.
  init(_ id: ExerciseID) throws(UsageError) {
    let words = id.rawValue.split(separator: "-").map(String.init)
    guard let first = words.first, first.first?.isLetter == true else {
      throw UsageError("'\(id)' must begin with a letter: functions are named after it.")
    }
    guard id.rawValue.utf8.count <= Self.longest else {
      throw UsageError("'\(id)' is longer than \(Self.longest) letters: functions are named after it.")
    }
    let camelCase = first + words.dropFirst().map(\.withCapital).joined()
    self.id = id
    title = words.joined(separator: " ").withCapital
    function = "\(camelCase)Value"
    checks = "\(camelCase)Checks"
    checksFile = camelCase.withCapital
  }
}

extension String {
  /// The text with its first letter as a capital.
  fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
