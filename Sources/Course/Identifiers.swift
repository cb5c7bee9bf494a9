/// The name of an exercise, such as `lstm-gates`, by which it is typed, linked and stored.
package struct ExerciseID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name: lowercase letters, digits and single hyphens between them.
  package let rawValue: String

  /// Makes an identifier, or nil where the text is none.
  package init?(rawValue: String) {
    guard Slug.isValid(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// Makes an identifier of what somebody typed, or says what is wrong with it.
  package init(_ text: String) throws(CourseError) {
    rawValue = try Slug.validated(text, what: "an exercise")
  }

  /// Orders by name.
  package static func < (left: ExerciseID, right: ExerciseID) -> Bool { left.rawValue < right.rawValue }

  /// The name.
  package var description: String { rawValue }
}

/// The name of a lesson, such as `bptt` for `lessons/03-recurrent/03-bptt.md`.
package struct LessonID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name: lowercase letters, digits and single hyphens between them.
  package let rawValue: String

  /// Makes an identifier, or nil where the text is none.
  package init?(rawValue: String) {
    guard Slug.isValid(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// Makes an identifier of what somebody typed, or says what is wrong with it.
  package init(_ text: String) throws(CourseError) {
    rawValue = try Slug.validated(text, what: "a lesson")
  }

  /// Orders by name.
  package static func < (left: LessonID, right: LessonID) -> Bool { left.rawValue < right.rawValue }

  /// The name.
  package var description: String { rawValue }
}

/// A topic of the course: a folder such as `03-recurrent`.
///
/// The number gives the order and nothing else; what is stored is the name, `recurrent`.
package struct Topic: Hashable, Sendable, Comparable {
  /// The name, `recurrent`.
  package let name: String

  /// The place in the order, 3.
  package let order: Int

  /// The folder, `03-recurrent`.
  package let folder: String

  /// Makes a topic of its folder's name, or nil where that is not a number, a hyphen and a name.
  package init?(folder: String) {
    guard let (order, name) = Slug.numbered(folder) else { return nil }
    self.folder = folder
    self.order = order
    self.name = name
  }

  /// Orders by number, then by name.
  package static func < (left: Topic, right: Topic) -> Bool {
    (left.order, left.name) < (right.order, right.name)
  }
}

/// The rule for names.
enum Slug {
  /// The longest name.
  static let longest = 64

  /// Whether a text consists of lowercase letters, digits and single hyphens between them.
  static func isValid(_ text: String) -> Bool {
    guard (1...longest).contains(text.utf8.count) else { return false }
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }

  static func validated(_ text: String, what: String) throws(CourseError) -> String {
    guard !isValid(text) else { return text }
    let shown = String(text.unicodeScalars.prefix(longest).map { $0.value < 0x20 ? "?" : Character($0) })
    let near = near(text)
    throw CourseError(
      Problem(
        message: "'\(shown)' is not the name of \(what)",
        mend: near.isEmpty
          ? "Names consist of lowercase letters, digits and hyphens, \(longest) at most"
          : "Names consist of lowercase letters, digits and hyphens: did you mean '\(near)'?"))
  }

  /// The order and the name in a text such as `03-recurrent`.
  static func numbered(_ text: String) -> (order: Int, name: String)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard let order = Int(digits), rest.first == "-", isValid(String(rest.dropFirst())) else { return nil }
    return (order, String(rest.dropFirst()))
  }

  /// The name that a text becomes with letters made lowercase and all else made hyphens.
  private static func near(_ text: String) -> String {
    let words = text.prefix(longest).lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.joined(separator: "-")
    return isValid(name) ? name : ""
  }
}
