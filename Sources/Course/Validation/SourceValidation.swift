import Markdown

extension Catalogue {
  /// Citations of lectures and slides that the list of lectures does not know.
  func sourceProblems() -> [Problem] {
    let lectures: [Lecture]
    do throws(CourseError) {
      lectures = try layout.lectures()
    } catch {
      return error.problems
    }
    guard !lectures.isEmpty else { return [] }
    let slides = Dictionary(lectures.map { ($0.name, $0.slides.map(\.title)) }) { $0 + $1 }
    return lessons.flatMap { lesson in
      lesson.sources.flatMap { source in problems(of: source, in: lesson, slides) }
    }
  }

  private func problems(of source: Lesson.Source, in lesson: Lesson, _ slides: [String: [String]]) -> [Problem] {
    let file = layout.relative(lesson.location.file)
    let line = lesson.document.frontMatter.entry("sources")?.line
    func mend(_ name: String, _ known: [String]) -> String {
      Spelling.suggestion(for: name, among: known) ?? "Look it up in lessons/lectures.yaml"
    }
    guard let titles = slides[source.lecture] else {
      return [
        Problem(
          file: file, line: line, message: "there is no lecture '\(source.lecture)'",
          mend: mend(source.lecture, slides.keys.sorted()))
      ]
    }
    return source.slides.filter { !titles.contains($0) }.map { slide in
      Problem(
        file: file, line: line, message: "the lecture '\(source.lecture)' has no slide '\(slide)'",
        mend: mend(slide, titles))
    }
  }
}
