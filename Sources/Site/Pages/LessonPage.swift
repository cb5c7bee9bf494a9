internal import Course
internal import Markdown

/// The page of a lesson.
struct LessonPage {
  let entry: CourseGuide.LessonEntry
  let survey: DocumentSurvey?
  let guide: CourseGuide
  let figures: [String: PageFigure]

  var path: String { CourseGuide.path(entry.lesson.id) }

  func bytes(folder: String) -> [UInt8] {
    let lesson = entry.lesson
    var frame = PageFrame(guide: guide, path: path, title: lesson.title)
    frame.hasMath = !(survey?.formulas.isEmpty ?? true)
    frame.hasCode = survey?.hasCode ?? false
    let links = PageLinks(guide: guide, root: frame.root, folder: folder)
    let headings = lesson.document.headings
    var renderer = DocumentRenderer(links: links, figures: figures)
    renderer.out.html("<article>\n<header class=\"title\">\n<p class=\"eyebrow\">")
    renderer.out.text(guide.description.title(of: lesson.topic))
    renderer.out.html("</p>\n<h1>")
    renderer.out.text(lesson.title)
    renderer.out.html("</h1>\n")
    renderer.objectives(lesson.objectives)
    renderer.prerequisites(lesson.prerequisites.compactMap(guide.lesson).map { ($0.title, CourseGuide.path($0.id)) })
    renderer.out.html("</header>\n<div class=\"rail\">\n")
    renderer.toc(lesson.document, headings)
    renderer.sources(lesson.sources, guide.lectures)
    renderer.out.html("</div>\n<div class=\"text\">\n")
    renderer.document(lesson.document.blocks, headings: headings, withCards: true)
    renderer.out.html("</div>\n</article>\n")
    renderer.out.html(frame.ways())
    return frame.page(renderer.out)
  }
}

extension DocumentRenderer {
  /// Writes what readers can do after a lesson.
  mutating func objectives(_ objectives: [String]) {
    guard !objectives.isEmpty else { return }
    out.html("<div class=\"objectives\">\n<p>After this lesson you can</p>\n<ul>\n")
    for objective in objectives {
      out.html("<li>")
      inlines(InlineText.parse(objective))
      out.html("</li>\n")
    }
    out.html("</ul>\n</div>\n")
  }

  /// Writes what is to be read or done before.
  mutating func prerequisites(_ pages: [(title: String, path: String)]) {
    guard !pages.isEmpty else { return }
    out.html("<p class=\"before\">Before this: ")
    for (index, page) in pages.enumerated() {
      if index > 0 { out.html(", ") }
      out.html("<a href=\"\(links?.root ?? "")\(page.path)\">")
      out.text(page.title)
      out.html("</a>")
    }
    out.html("</p>\n")
  }

  /// Writes the sections of a document, with links to them, and then those that the page adds.
  mutating func toc(_ document: Document, _ headings: [Heading], and added: [(slug: String, title: String)] = []) {
    var headings = headings[...]
    let shown = document.blocks.compactMap { block -> (Heading, [Inline])? in
      guard case .heading(let level, let content) = block.kind, let heading = headings.popFirst() else { return nil }
      return level <= 3 && !heading.slug.isEmpty ? (heading, content) : nil
    }
    guard shown.count + added.count > 1 else { return }
    out.html("<details class=\"toc\" open>\n<summary>On this page</summary>\n<nav aria-label=\"On this page\">\n<ul>\n")
    for (heading, content) in shown {
      out.html("<li class=\"depth-\(heading.level)\"><a href=\"#")
      out.text((links?.sectionPrefix ?? "") + heading.slug)
      out.html("\">")
      inlines(content.withoutLinks)
      out.html("</a></li>\n")
    }
    for (slug, title) in added { out.html("<li class=\"depth-2\"><a href=\"#\(slug)\">\(title)</a></li>\n") }
    out.html("</ul>\n</nav>\n</details>\n")
  }

  /// Writes the lectures and slides that a lesson follows.
  mutating func sources(_ sources: [Lesson.Source], _ lectures: [String: Lecture]) {
    guard !sources.isEmpty else { return }
    out.html("<details class=\"sources\" open>\n<summary>Follows the slides</summary>\n<ul>\n")
    for source in sources {
      out.html("<li><span class=\"lecture\">")
      if let lecture = lectures[source.lecture] {
        out.text(lecture.author + ", ")
        out.html("<cite>")
        out.text(lecture.title)
        out.html("</cite>")
        if let date = lecture.date { out.text(", " + date) }
      } else {
        out.text(source.lecture)
      }
      out.html("</span>")
      if !source.slides.isEmpty {
        out.html("<ul>\n")
        for slide in source.slides {
          out.html("<li>")
          out.text(slide)
          out.html("</li>\n")
        }
        out.html("</ul>")
      }
      out.html("</li>\n")
    }
    out.html("</ul>\n</details>\n")
  }
}

extension [Inline] {
  /// The inlines with links replaced by their words, for a place that is a link itself.
  var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline.kind {
      case .link(_, _, let content): content.withoutLinks
      case .emphasis(let content): [Inline(.emphasis(content.withoutLinks), lines: inline.lines)]
      case .strong(let content): [Inline(.strong(content.withoutLinks), lines: inline.lines)]
      default: [inline]
      }
    }
  }
}
