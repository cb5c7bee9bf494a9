internal import Course

/// The pages that belong to no lesson: the contents and the search.
struct CoursePages {
  let guide: CourseGuide

  func contents() -> [UInt8] {
    let frame = PageFrame(guide: guide, path: "index.html", title: "")
    var out = HTMLText()
    out.html("<article class=\"cover\">\n<header class=\"title\">\n<h1>")
    out.text(guide.description.title)
    out.html("</h1>\n")
    if !guide.description.summary.isEmpty {
      out.html("<p class=\"summary\">")
      out.text(guide.description.summary)
      out.html("</p>\n")
    }
    out.html("</header>\n<div class=\"text\">\n")
    for topic in guide.topics {
      out.html("<section>\n<h2>")
      out.text(topic.title)
      out.html("</h2>\n<ol class=\"lessons\">\n")
      for entry in topic.lessons { lesson(entry, &out) }
      out.html("</ol>\n</section>\n")
    }
    out.html("</div>\n</article>\n")
    return frame.page(out)
  }

  private func lesson(_ entry: CourseGuide.LessonEntry, _ out: inout HTMLText) {
    out.html("<li><a href=\"\(CourseGuide.path(entry.lesson.id))\">")
    out.text(entry.lesson.title)
    out.html("</a>\n")
    if !entry.exercises.isEmpty {
      out.html("<ul class=\"exercises\">\n")
      for exercise in entry.exercises {
        out.html("<li><span class=\"kind\">Exercise</span> <a href=\"\(CourseGuide.path(exercise.exercise.id))\">")
        out.text(exercise.exercise.title)
        out.html("</a>\n")
        out.facts(exercise)
        out.html("</li>\n")
      }
      out.html("</ul>\n")
    }
    out.html("</li>\n")
  }

  func search() -> [UInt8] {
    var frame = PageFrame(guide: guide, path: "search.html", title: "Search")
    frame.hasMath = true
    frame.scripts = ["search.js"]
    var out = HTMLText()
    out.html(
      """
      <article>
      <header class="title">
      <h1>Search</h1>
      </header>
      <div class="text">
      <noscript><p>The search needs JavaScript. The <a href="index.html">contents</a> do not.</p></noscript>
      <form id="query" role="search" aria-label="Search for words" action="search.html" method="get">
      <label for="words">Words or a phrase in "quotes"</label>
      <input id="words" type="search" name="q" autocomplete="off">
      <button type="submit">Search</button>
      </form>
      <p id="count" role="status"></p>
      <ol id="results"></ol>
      </div>
      </article>

      """)
    return frame.page(out)
  }
}
