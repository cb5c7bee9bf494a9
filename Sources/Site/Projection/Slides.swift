internal import Course
internal import Markdown
internal import Parallel

extension Publication {
  /// Adds slides: a file for each lesson, cut at its headings of levels 2 and 3.
  ///
  /// What does not fit on a slide is carried over to another one by the page's script, which knows how large things are.
  func slides(_ chosen: [LessonID], into files: inout [String: [UInt8]]) throws {
    files["assets/site.css"] = PackageResources.site_css + Array(figureStyle.utf8)
    files["assets/theme.js"] = PackageResources.theme_js
    files["assets/slides.css"] = PackageResources.slides_css
    files["assets/slides.js"] = PackageResources.slides_js
    files["assets/highlight.js"] = try SystemAssets.highlight()
    let (guide, check, figures) = (self.guide, self.check, self.figures)
    let entries = guide.lessonEntries.filter { chosen.isEmpty || chosen.contains($0.lesson.id) }
    let shown = Set(entries.map(\.lesson.id))
    let decks = Parallel.map(entries) { entry in
      SlideDeck(entry: entry, hasCode: check.lessons[entry.lesson.id]?.hasCode ?? false, guide: guide, figures: figures)
        .bytes(among: shown)
    }
    for (entry, deck) in zip(entries, decks) { files["\(entry.lesson.id).html"] = deck }
  }
}

/// The slides of a lesson.
struct SlideDeck {
  let entry: CourseGuide.LessonEntry
  let hasCode: Bool
  let guide: CourseGuide
  let figures: [String: PageFigure]

  /// The deck as a page; `shown` are the lessons that have decks beside it.
  func bytes(among shown: Set<LessonID>) -> [UInt8] {
    let lesson = entry.lesson
    var links = PageLinks(guide: guide, root: "", folder: "lessons/\(lesson.topic.folder)")
    links.hasExercises = false
    links.lessonAddress = { id, section in shown.contains(id) ? "\(id).html\(section.map { "#" + $0 } ?? "")" : nil }
    var renderer = DocumentRenderer(links: links, figures: figures)
    PageFrame.head(
      &renderer.out, title: "\(lesson.title) - \(guide.description.title)", language: guide.description.language,
      root: "", styles: ["katex/katex.min.css", "site.css", "slides.css"], blocking: ["theme.js"],
      scripts: ["katex/katex.js"] + (hasCode ? ["highlight.js"] : []) + ["formulas.js", "slides.js"])
    renderer.out.html("<body class=\"deck\">\n<main id=\"main\" class=\"stage\">\n")
    renderer.out.html("<section class=\"slide cover\">\n<p class=\"eyebrow\">")
    renderer.out.text(guide.description.title)
    renderer.out.html("</p>\n<h1>")
    renderer.out.text(lesson.title)
    renderer.out.html("</h1>\n<div class=\"body\">\n")
    renderer.objectives(lesson.objectives)
    renderer.out.html("</div>\n</section>\n")
    sections(&renderer)
    if !lesson.sources.isEmpty {
      renderer.out.html("<section class=\"slide\">\n<h2>Slides that this lesson follows</h2>\n<div class=\"body\">\n")
      renderer.sources(lesson.sources, guide.lectures)
      renderer.out.html("</div>\n</section>\n")
    }
    renderer.out.html("</main>\n<nav class=\"control\" aria-label=\"Slides\" hidden>\n")
    renderer.out.html("<button type=\"button\" id=\"back\">Back</button>\n<p id=\"place\" role=\"status\"></p>\n")
    renderer.out.html("<button type=\"button\" id=\"on\">On</button>\n")
    renderer.out.html("<button type=\"button\" id=\"theme\" aria-pressed=\"false\">Dark</button>\n</nav>\n")
    renderer.out.html("</body>\n</html>\n")
    return renderer.out.bytes
  }

  private func sections(_ renderer: inout DocumentRenderer) {
    let document = entry.lesson.document
    var headings = document.headings[...]
    var isOpen = false
    func open(_ renderer: inout DocumentRenderer) {
      if isOpen { renderer.out.html("</div>\n</section>\n") }
      renderer.out.html("<section class=\"slide\">\n")
      isOpen = true
    }
    for block in document.blocks {
      if case .heading(let level, _) = block.kind, let heading = headings.popFirst(), level <= 3 {
        open(&renderer)
        renderer.document([block], headings: [heading])
        renderer.out.html("<div class=\"body\">\n")
        continue
      }
      if !isOpen {
        open(&renderer)
        renderer.out.html("<h2>")
        renderer.out.text(entry.lesson.title)
        renderer.out.html("</h2>\n<div class=\"body\">\n")
      }
      renderer.document([block], headings: [], withCards: true)
    }
    if isOpen { renderer.out.html("</div>\n</section>\n") }
  }
}
