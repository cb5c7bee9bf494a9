/// What a link in a course's text leads to, where it stays within the course.
package enum CourseReference: Hashable, Sendable {
  /// `exercise:ID`, perhaps with `#section`.
  case exercise(ExerciseID, section: String?)

  /// `lesson:ID`, perhaps with `#section`.
  case lesson(LessonID, section: String?)

  /// `#section` of the same document.
  case section(String)

  /// `exercise:` or `lesson:` followed by what is no name.
  case malformed

  /// Reads a link's destination; nil where it leads elsewhere.
  package init?(_ destination: String) {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts.first ?? ""
    let section = parts.count > 1 ? String(parts[1]) : nil
    if target.isEmpty, let section {
      self = .section(section)
    } else if target.hasPrefix("exercise:") {
      let id = ExerciseID(rawValue: String(target.dropFirst("exercise:".count)))
      self = id.map { .exercise($0, section: section) } ?? .malformed
    } else if target.hasPrefix("lesson:") {
      let id = LessonID(rawValue: String(target.dropFirst("lesson:".count)))
      self = id.map { .lesson($0, section: section) } ?? .malformed
    } else {
      return nil
    }
  }
}
