import Markdown

/// What links within a course may lead to.
struct LinkTargets: Sendable {
  /// The sections of each exercise; nil where its statement could not be read.
  private var exercises: [ExerciseID: [String]?] = [:]
  /// The sections of each lesson; nil where it could not be read.
  private var lessons: [LessonID: [String]?] = [:]

  /// Gathers the targets of a course.
  init(_ catalogue: Catalogue) {
    for location in catalogue.exerciseLocations { exercises.updateValue(nil, forKey: location.id) }
    for exercise in catalogue.exercises { exercises[exercise.id] = exercise.document.headings.map(\.slug) }
    for location in catalogue.lessonLocations { lessons.updateValue(nil, forKey: location.id) }
    for lesson in catalogue.lessons { lessons[lesson.id] = lesson.document.headings.map(\.slug) }
  }

  /// The links of a document that lead nowhere.
  func problems(in document: Document, file: String) -> [Problem] {
    document.links.compactMap { link in
      guard let (message, mend) = fault(of: link.destination, in: document) else { return nil }
      return Problem(file: file, line: link.line, message: message, mend: mend)
    }
  }

  private func fault(of destination: String, in document: Document) -> (message: String, mend: String)? {
    switch CourseReference(destination) {
    case nil: return nil
    case .malformed?:
      return ("'\(destination)' is not a link to an exercise or a lesson", "Write 'exercise:name' or 'lesson:name'")
    case .section(let section)?: return missing(section, in: document.headings.map(\.slug), "this document")
    case .exercise(let id, let section)?:
      guard let slugs = exercises[id] else {
        return unknown("exercise", id.rawValue, among: exercises.keys.map(\.rawValue))
      }
      return missing(section, in: slugs, "the exercise '\(id)'")
    case .lesson(let id, let section)?:
      guard let slugs = lessons[id] else { return unknown("lesson", id.rawValue, among: lessons.keys.map(\.rawValue)) }
      return missing(section, in: slugs, "the lesson '\(id)'")
    }
  }

  private func unknown(_ what: String, _ name: String, among names: [String]) -> (message: String, mend: String) {
    let near = Spelling.suggestion(for: name, among: names.sorted())
    let mend = near ?? "Mend the link, or write what it leads to"
    return ("the link leads to \(what) '\(name)', which is not there", mend)
  }

  /// The fault of a link to a section; none where the document itself could not be read.
  private func missing(_ section: String?, in slugs: [String]?, _ place: String) -> (message: String, mend: String)? {
    guard let section, let slugs, !slugs.contains(section) else { return nil }
    let near = Spelling.suggestion(for: section, among: slugs) { "#\($0)" }
    let all = slugs.isEmpty ? "It has no headings" : "Its sections are " + slugs.joined(separator: ", ")
    return ("the link leads to section '\(section)' of \(place), which is not there", near ?? all)
  }
}
