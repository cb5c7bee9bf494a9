internal import Course
internal import Markdown
internal import Parallel

extension Publication {
  /// Adds the handout: one page, `index.html`, with the lessons one after another.
  func handout(_ chosen: [LessonID], into files: inout [String: [UInt8]]) throws {
    files["assets/site.css"] = PackageResources.site_css + Array(figureStyle.utf8)
    files["assets/handout.css"] = PackageResources.handout_css
    files["assets/handout.js"] = PackageResources.handout_js
    files["assets/highlight.js"] = try SystemAssets.highlight()
    let (guide, figures) = (self.guide, self.figures)
    let entries = guide.lessonEntries.filter { chosen.isEmpty || chosen.contains($0.lesson.id) }
    let shown = Set(entries.map(\.lesson.id))
    let isWhole = entries.count != 1
    let texts = Parallel.map(entries) { Self.text($0, among: shown, isWhole: isWhole, guide: guide, figures: figures) }
    var out = HTMLText()
    let title = isWhole ? guide.description.title : "\(entries[0].lesson.title) - \(guide.description.title)"
    PageFrame.head(
      &out, title: title, language: guide.description.language, root: "",
      styles: ["katex/katex.min.css", "site.css", "handout.css"], blocking: [],
      scripts: ["katex/katex.js", "highlight.js", "formulas.js", "handout.js"])
    out.html("<body class=\"handout\">\n<main id=\"main\">\n")
    if isWhole {
      out.html("<header class=\"title\">\n<h1>")
      out.text(guide.description.title)
      out.html("</h1>\n<nav aria-label=\"Lessons\">\n<ol>\n")
      for entry in entries {
        out.html("<li><a href=\"#\(entry.lesson.id)\">")
        out.text(entry.lesson.title)
        out.html("</a></li>\n")
      }
      out.html("</ol>\n</nav>\n</header>\n")
    }
    for text in texts { out.html(text) }
    out.html("</main>\n</body>\n</html>\n")
    files["index.html"] = out.bytes
  }

  private static func text(
    _ entry: CourseGuide.LessonEntry, among shown: Set<LessonID>, isWhole: Bool, guide: CourseGuide,
    figures: [String: PageFigure]
  ) -> HTMLText {
    let lesson = entry.lesson
    var links = PageLinks(guide: guide, root: "", folder: "lessons/\(lesson.topic.folder)")
    links.hasExercises = false
    links.sectionPrefix = "\(lesson.id)--"
    links.lessonAddress = { id, section in shown.contains(id) ? "#\(id)\(section.map { "--" + $0 } ?? "")" : nil }
    var renderer = DocumentRenderer(links: links, figures: figures)
    renderer.unfolds = true
    renderer.headingShift = isWhole ? 1 : 0
    let tag = isWhole ? "h2" : "h1"
    renderer.out.html("<article>\n<header class=\"title\">\n<p class=\"eyebrow\">")
    renderer.out.text(guide.description.title(of: lesson.topic))
    renderer.out.html("</p>\n<\(tag) class=\"lesson\" id=\"\(lesson.id)\">")
    renderer.out.text(lesson.title)
    renderer.out.html("</\(tag)>\n")
    renderer.objectives(lesson.objectives)
    renderer.out.html("</header>\n<div class=\"text\">\n")
    renderer.document(lesson.document.blocks, headings: lesson.document.headings, withCards: true)
    renderer.sources(lesson.sources, guide.lectures)
    renderer.out.html("</div>\n</article>\n")
    return renderer.out
  }
}
