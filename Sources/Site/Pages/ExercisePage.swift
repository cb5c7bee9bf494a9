internal import Course
internal import Markdown

/// The page of an exercise: the statement, how to start, and the hints, folded.
struct ExercisePage {
  let entry: CourseGuide.ExerciseEntry
  let survey: DocumentSurvey?
  let guide: CourseGuide
  let figures: [String: PageFigure]

  var path: String { CourseGuide.path(entry.exercise.id) }

  func bytes(folder: String, starter: String) -> [UInt8] {
    let exercise = entry.exercise
    var frame = PageFrame(guide: guide, path: path, title: exercise.title)
    frame.hasMath = !(survey?.formulas.isEmpty ?? true)
    frame.hasCode = true
    let statement = exercise.statement
    let headings = statement.headings
    let links = PageLinks(guide: guide, root: frame.root, folder: folder)
    var renderer = DocumentRenderer(links: links, figures: figures)
    renderer.out.html("<article>\n<header class=\"title\">\n<p class=\"eyebrow\">Exercise")
    if let lesson = guide.lesson(exercise.lesson) {
      renderer.out.html(" of <a href=\"\(frame.root)\(CourseGuide.path(lesson.id))\">")
      renderer.out.text(lesson.title)
      renderer.out.html("</a>")
    }
    renderer.out.html("</p>\n<h1>")
    renderer.out.text(exercise.title)
    renderer.out.html("</h1>\n")
    renderer.out.facts(entry)
    let before = exercise.prerequisites.compactMap(guide.exercise).map(\.exercise)
    renderer.prerequisites(before.map { ($0.title, CourseGuide.path($0.id)) })
    renderer.start(exercise.id)
    renderer.out.html("</header>\n<div class=\"rail\">\n")
    let hints = exercise.hints.isEmpty ? [] : [(slug: "hints", title: "Hints")]
    renderer.toc(statement, headings, and: hints + [(slug: "the-starter", title: "The starter")])
    renderer.out.html("</div>\n<div class=\"text\">\n")
    renderer.document(statement.blocks, headings: headings)
    renderer.hints(exercise.hints)
    renderer.out.html("<h2 id=\"the-starter\">The starter</h2>\n<details class=\"starter\">\n")
    renderer.out.html("<summary>Show it</summary>\n")
    renderer.visitCodeBlock(info: "swift", text: starter, lines: 1...1)
    renderer.out.html("</details>\n</div>\n</article>\n")
    renderer.out.html(frame.ways())
    return frame.page(renderer.out)
  }
}

extension DocumentRenderer {
  /// Writes how to begin with an exercise.
  fileprivate mutating func start(_ id: ExerciseID) {
    out.html("<div class=\"card\">\n<p class=\"start\">Write your code into ")
    out.html("<a href=\"\(id).swift\" download=\"\(id).swift\"><code>\(id).swift</code></a>, in place of each ")
    out.html(
      "<code>todo</code>. A workspace (<code>gradus init</code>) holds the file already; without one, copy it to ")
    out.html("a folder of your own. Check it there as often as you like:</p>\n")
    out.html("<pre tabindex=\"0\"><code>gradus check \(id)</code></pre>\n</div>\n")
  }

  /// Writes the hints, each folded.
  fileprivate mutating func hints(_ hints: [[Block]]) {
    guard !hints.isEmpty else { return }
    out.html("<h2 id=\"hints\">Hints</h2>\n")
    for (index, hint) in hints.enumerated() {
      out.html("<details class=\"hint\">\n<summary>Hint \(index + 1)</summary>\n")
      blocks(hint)
      out.html("</details>\n")
    }
  }
}
