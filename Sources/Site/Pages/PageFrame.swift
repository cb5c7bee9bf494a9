internal import Course
internal import Markdown

/// What stands around the text of every page: head, bar, contents, and the ways on.
struct PageFrame {
  let guide: CourseGuide
  /// The path of the page from the site's folder.
  let path: String
  /// The page's own title; empty for the first page.
  let title: String
  var hasMath = false
  var hasCode = false
  /// Scripts besides those of all pages.
  var scripts: [String] = []

  /// The path from the page's folder to the site's.
  var root: String { path.contains("/") ? "../" : "" }

  /// What a page may load: nothing but the site's own files.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
    + "form-action 'self'"

  /// The whole page around its main part.
  func page(_ main: HTMLText) -> [UInt8] {
    var out = HTMLText()
    let course = guide.description.title
    Self.head(
      &out, title: title.isEmpty ? course : "\(title) - \(course)", language: guide.description.language, root: root,
      styles: (hasMath ? ["katex/katex.min.css"] : []) + ["site.css"], blocking: ["theme.js"],
      scripts: (hasMath ? ["katex/katex.js"] : []) + (hasCode ? ["highlight.js"] : []) + ["formulas.js", "site.js"]
        + scripts)
    out.html("<body>\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n")
    bar(&out)
    out.html("<div class=\"frame\">\n")
    contents(&out)
    out.html("<main id=\"main\" tabindex=\"-1\">\n")
    out.html(main)
    out.html("</main>\n</div>\n</body>\n</html>\n")
    return out.bytes
  }

  /// Everything up to the body.
  static func head(
    _ out: inout HTMLText, title: String, language: String, root: String, styles: [String], blocking: [String],
    scripts: [String]
  ) {
    out.html("<!DOCTYPE html>\n<html lang=\"")
    out.text(language)
    out.html("\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.html("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    out.html("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.html("<meta name=\"color-scheme\" content=\"light dark\">\n")
    out.html("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
    out.text(title)
    out.html("</title>\n<link rel=\"icon\" href=\"\(root)assets/icon.svg\" type=\"image/svg+xml\">\n")
    for style in styles { out.html("<link rel=\"stylesheet\" href=\"\(root)assets/\(style)\">\n") }
    for script in blocking { out.html("<script src=\"\(root)assets/\(script)\"></script>\n") }
    for script in scripts { out.html("<script defer src=\"\(root)assets/\(script)\"></script>\n") }
    out.html("</head>\n")
  }

  private func bar(_ out: inout HTMLText) {
    out.html("<header class=\"bar\">\n<button type=\"button\" id=\"menu\" aria-expanded=\"false\" ")
    out.html("aria-controls=\"contents\" hidden>Contents</button>\n")
    out.html("<a class=\"course\" href=\"\(root)index.html\">")
    out.text(guide.description.title)
    out.html("</a>\n<form class=\"search\" role=\"search\" action=\"\(root)search.html\" method=\"get\">\n")
    out.html("<input type=\"search\" name=\"q\" aria-label=\"Search the course\" placeholder=\"Search\" ")
    out.html("autocomplete=\"off\">\n")
    out.html("<button type=\"submit\">Search</button>\n</form>\n")
    out.html("<button type=\"button\" id=\"theme\" aria-pressed=\"false\" hidden>Dark</button>\n</header>\n")
  }

  /// The most entries that the contents beside a text hold, so that a large course's pages do not grow with it.
  private static let mostEntries = 150
  /// How many lessons are shown before and after the page's own where not all can be.
  private static let nearby = 20

  private func contents(_ out: inout HTMLText) {
    out.html("<nav id=\"contents\" aria-label=\"Contents\">\n")
    out.html("<a href=\"\(root)index.html\"\(current("index.html"))>Contents</a>\n")
    if guide.stops.count <= Self.mostEntries {
      for topic in guide.topics { self.topic(topic, topic.lessons[...], &out) }
    } else if let position = guide.position(of: path) {
      let topic = guide.topics[position.topic]
      self.topic(topic, topic.lessons[max(0, position.lesson - Self.nearby)...].prefix(2 * Self.nearby), &out)
    }
    out.html("</nav>\n")
  }

  private func topic(
    _ topic: CourseGuide.TopicEntry, _ shown: ArraySlice<CourseGuide.LessonEntry>, _ out: inout HTMLText
  ) {
    out.html("<p class=\"topic\" id=\"topic-\(topic.topic.name)\">")
    out.text(topic.title)
    out.html("</p>\n<ul aria-labelledby=\"topic-\(topic.topic.name)\">\n")
    for entry in shown { lesson(entry, &out) }
    out.html("</ul>\n")
    if shown.count < topic.lessons.count {
      out.html("<p><a href=\"\(root)index.html\">All \(topic.lessons.count) lessons</a></p>\n")
    }
  }

  private func lesson(_ entry: CourseGuide.LessonEntry, _ out: inout HTMLText) {
    out.html("<li>")
    item(CourseGuide.path(entry.lesson.id), entry.lesson.title, &out)
    if !entry.exercises.isEmpty {
      out.html("\n<ul class=\"exercises\">\n")
      for exercise in entry.exercises {
        out.html("<li>")
        item(CourseGuide.path(exercise.exercise.id), exercise.exercise.title, of: "Exercise", &out)
        out.html("</li>\n")
      }
      out.html("</ul>\n")
    }
    out.html("</li>\n")
  }

  private func item(_ path: String, _ title: String, of kind: String = "", _ out: inout HTMLText) {
    out.html("<a href=\"\(root)\(path)\"\(current(path))>")
    if !kind.isEmpty { out.html("<span class=\"unseen\">\(kind): </span>") }
    out.text(title)
    out.html("</a>")
  }

  private func current(_ path: String) -> String { path == self.path ? " aria-current=\"page\"" : "" }

  /// The ways to the pages before and after this one.
  func ways() -> HTMLText {
    var out = HTMLText()
    let (previous, next) = guide.neighbours(of: path)
    guard previous != nil || next != nil else { return out }
    out.html("<nav class=\"ways\" aria-label=\"Previous and next\">\n")
    for (stop, name, word) in [(previous, "prev", "Previous"), (next, "next", "Next")] {
      guard let stop else { continue }
      out.html("<a class=\"\(name)\" rel=\"\(name)\" href=\"\(root)\(stop.path)\"><span>\(word)</span> ")
      out.text(stop.title)
      out.html("</a>\n")
    }
    out.html("</nav>\n")
    return out
  }
}
