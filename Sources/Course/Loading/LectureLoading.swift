import Markdown

extension CourseLayout {
  /// The list of lectures, `lessons/lectures.yaml`; a course need not have one.
  package var lecturesFile: String { path("lessons/lectures.yaml") }

  /// Reads the lectures that the course mirrors; none where there is no list.
  package func lectures() throws(CourseError) -> [Lecture] {
    guard SourceFile.exists(lecturesFile) else { return [] }
    let file = relative(lecturesFile)
    let frontMatter = try document(at: lecturesFile).frontMatter
    let form = "Write for each '- name:', 'title:', 'by:' and 'slides:', a list of 'topic:' or 'aside:' and 'titles:'"
    guard let entry = frontMatter.entry("lectures"), let values = entry.value.list else {
      throw CourseError(
        Problem(file: file, line: 1, message: "there is no list 'lectures' between '---' and '...'", mend: form))
    }
    let lectures = values.compactMap(Lecture.init)
    guard lectures.count == values.count else {
      let number = (values.firstIndex { Lecture($0) == nil } ?? 0) + 1
      throw CourseError(
        Problem(file: file, line: entry.line, message: "lecture \(number) of the list is not whole", mend: form))
    }
    return lectures
  }
}

extension Lecture {
  fileprivate init?(_ value: FrontMatter.Value) {
    guard let name = value["name"]?.string, let title = value["title"]?.string, let author = value["by"]?.string,
      let groups = value["slides"]?.list
    else { return nil }
    var slides: [Slide] = []
    for group in groups {
      let (topic, aside) = (group["topic"]?.string, group["aside"]?.string)
      guard (topic == nil) != (aside == nil), let titles = group["titles"]?.strings else { return nil }
      slides += titles.map { Slide(title: $0, topic: topic, aside: aside) }
    }
    self.init(name: name, title: title, author: author, date: value["date"]?.string, slides: slides)
  }
}
