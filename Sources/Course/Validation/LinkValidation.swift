import Markdown

extension Catalogue {
  /// The links within the course that lead nowhere, in statements, misconceptions and lessons.
  func linkProblems() -> [Problem] {
    var found: [Problem] = []
    for exercise in exercises {
      found += brokenLinks(in: exercise.document, file: layout.relative(exercise.files.statement))
    }
    for lesson in lessons { found += brokenLinks(in: lesson.document, file: layout.relative(lesson.location.file)) }
    for location in exerciseLocations where SourceFile.exists(location.files.misconceptions) {
      do throws(CourseError) {
        let document = try layout.document(at: location.files.misconceptions)
        found += brokenLinks(in: document, file: layout.relative(location.files.misconceptions))
      } catch {
        found += error.problems
      }
    }
    return found
  }

  private func brokenLinks(in document: Document, file: String) -> [Problem] {
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
    case .section(let section)?: return missing(section, in: document, "this document")
    case .exercise(let id, let section)?:
      guard exerciseLocations.contains(where: { $0.id == id }) else {
        return unknown("exercise", id.rawValue, among: exerciseLocations.map(\.id.rawValue))
      }
      return missing(section, in: exercise(id)?.document, "the exercise '\(id)'")
    case .lesson(let id, let section)?:
      guard lessonLocations.contains(where: { $0.id == id }) else {
        return unknown("lesson", id.rawValue, among: lessonLocations.map(\.id.rawValue))
      }
      return missing(section, in: lesson(id)?.document, "the lesson '\(id)'")
    }
  }

  private func unknown(_ what: String, _ name: String, among names: [String]) -> (message: String, mend: String) {
    let near = Spelling.nearest(to: name, among: names)
    let mend = near.map { "Did you mean '\($0)'?" } ?? "Mend the link, or write what it leads to"
    return ("the link leads to \(what) '\(name)', which is not there", mend)
  }

  /// The fault of a link to a section; none where the document itself could not be read.
  private func missing(
    _ section: String?, in document: Document?, _ place: String
  ) -> (message: String, mend: String)? {
    guard let section, let slugs = document?.headings.map(\.slug), !slugs.contains(section) else { return nil }
    let near = Spelling.nearest(to: section, among: slugs).map { "Did you mean '#\($0)'?" }
    let all = slugs.isEmpty ? "It has no headings" : "Its sections are " + slugs.joined(separator: ", ")
    return ("the link leads to section '\(section)' of \(place), which is not there", near ?? all)
  }
}
