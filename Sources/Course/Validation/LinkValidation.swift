import Markdown

extension Catalogue {
  /// The links within the course that lead nowhere, in statements, misconceptions and lessons.
  func linkProblems() -> [Problem] {
    let targets = LinkTargets(self)
    var found = linkProblems(in: targets)
    for location in exerciseLocations where SourceFile.exists(location.files.misconceptions) {
      do throws(CourseError) {
        let document = try layout.document(at: location.files.misconceptions)
        found += targets.problems(in: document, file: layout.relative(location.files.misconceptions))
      } catch {
        found += error.problems
      }
    }
    return found
  }

  /// Those in statements and lessons.
  private func linkProblems(in targets: LinkTargets) -> [Problem] {
    exercises.flatMap { targets.problems(in: $0.document, file: layout.relative($0.files.statement)) }
      + lessons.flatMap { targets.problems(in: $0.document, file: layout.relative($0.location.file)) }
  }

  /// What keeps lessons and statements from being published, by file and line.
  ///
  /// Solutions and misconceptions are not looked at.
  package func publicationProblems() -> [Problem] {
    let found =
      problems + nameProblems() + linkProblems(in: LinkTargets(self)) + prerequisiteProblems()
      + sourceProblems()
    return Set(found).sorted()
  }
}
