internal import Course
internal import Markdown

/// Writes a document as HTML.
///
/// Without a page around it, plain CommonMark becomes what the specification's examples show. On a page, sections get
/// names, links within the course lead to its pages, and raw HTML is left out, which `SiteCheck` has refused before.
struct DocumentRenderer: Visitor {
  /// What is written.
  var out = HTMLText()
  /// The page around the document; nil for a fragment.
  let links: PageLinks?
  /// The computed figures by their names.
  let figures: [String: PageFigure]
  /// The exercises that were linked since the last card.
  private var linkedExercises: [ExerciseID] = []
  private var shownCards: Set<ExerciseID> = []
  /// How often each computed figure was shown.
  var shownFigures: [String: Int] = [:]
  /// By how many levels headings are lowered.
  var headingShift = 0
  /// Whether answers stand open from the start.
  var unfolds = false

  init(links: PageLinks?, figures: [String: PageFigure]) {
    self.links = links
    self.figures = figures
  }

  /// Writes the blocks of a whole document, whose headings have these names.
  ///
  /// - Parameter withCards: Whether exercises that are linked for the first time are shown below the block that does.
  mutating func document(_ blocks: some Sequence<Block>, headings: [Heading], withCards: Bool = false) {
    var headings = headings[...]
    for block in blocks {
      if case .heading(let level, let content) = block.kind, let heading = headings.popFirst() {
        self.heading(level, content, slug: heading.slug)
      } else {
        visit(block)
      }
      if withCards, let guide = links?.guide {
        for id in linkedExercises where shownCards.insert(id).inserted {
          if let entry = guide.exercise(id) { out.card(entry, links) }
        }
      }
      linkedExercises = []
    }
  }

  private mutating func heading(_ level: Int, _ content: [Inline], slug: String) {
    let level = min(6, level + headingShift)
    out.html("<h\(level)")
    if let links, !slug.isEmpty {
      out.html(" id=\"")
      out.text(links.sectionPrefix + slug)
      out.html("\"")
    }
    out.html(">")
    inlines(content)
    out.html("</h\(level)>\n")
  }

  mutating func blocks(_ blocks: [Block]) { for block in blocks { visit(block) } }

  mutating func inlines(_ content: [Inline]) { for inline in content { visit(inline) } }

  mutating func visitParagraph(_ content: [Inline], lines: ClosedRange<Int>) {
    out.html("<p>")
    inlines(content)
    out.html("</p>\n")
  }

  mutating func visitHeading(level: Int, _ content: [Inline], lines: ClosedRange<Int>) {
    heading(level, content, slug: "")
  }

  mutating func visitBlockQuote(_ content: [Block], lines: ClosedRange<Int>) {
    out.html("<blockquote>\n")
    blocks(content)
    out.html("</blockquote>\n")
  }

  mutating func visitCodeBlock(info: String, text: String, lines: ClosedRange<Int>) {
    // A block of code may be wider than the page: whoever has no mouse must be able to reach and scroll it.
    out.html(links == nil ? "<pre><code" : "<pre tabindex=\"0\"><code")
    if let language = info.split(whereSeparator: \.isWhitespace).first {
      out.html(" class=\"language-")
      out.text(String(language))
      out.html("\"")
    }
    out.html(">")
    out.text(text)
    out.html("</code></pre>\n")
  }

  mutating func visitHTMLBlock(_ html: String, lines: ClosedRange<Int>) { if links == nil { out.html(html) } }
  mutating func visitThematicBreak(lines: ClosedRange<Int>) { out.html("<hr />\n") }

  mutating func visitMathBlock(_ tex: String, lines: ClosedRange<Int>) {
    out.html("<div class=\"math display\">\\[")
    out.text(tex)
    out.html("\\]</div>\n")
  }

  mutating func visitText(_ text: String) { out.text(text) }
  mutating func visitSoftBreak() { out.html("\n") }
  mutating func visitLineBreak() { out.html("<br />\n") }

  mutating func visitCode(_ code: String) {
    out.html("<code>")
    out.text(code)
    out.html("</code>")
  }

  mutating func visitHTML(_ html: String) { if links == nil { out.html(html) } }

  mutating func visitMath(_ tex: String, isDisplay: Bool) {
    out.html(isDisplay ? "<span class=\"math display\">\\[" : "<span class=\"math inline\">\\(")
    out.text(tex)
    out.html(isDisplay ? "\\]</span>" : "\\)</span>")
  }

  mutating func visitEmphasis(_ content: [Inline]) {
    out.html("<em>")
    inlines(content)
    out.html("</em>")
  }

  mutating func visitStrong(_ content: [Inline]) {
    out.html("<strong>")
    inlines(content)
    out.html("</strong>")
  }

  mutating func visitLink(destination: String, title: String, _ content: [Inline], lines: ClosedRange<Int>) {
    let target = links?.target(destination) ?? (destination, nil)
    out.html(target.address == nil ? "<span" : "<a href=\"")
    if let address = target.address {
      out.address(address)
      out.html("\"")
    }
    if let kind = target.kind { out.html(" class=\"\(kind)\"") }
    attribute("title", title)
    out.html(">")
    inlines(content)
    out.html(target.address == nil ? "</span>" : "</a>")
    if case .exercise(let id, section: nil)? = links.flatMap({ _ in CourseReference(destination) }) {
      linkedExercises.append(id)
    }
  }

  mutating func visitImage(source: String, title: String, _ content: [Inline], lines: ClosedRange<Int>) {
    out.html("<img src=\"")
    out.address(links?.target(source).address ?? source)
    out.html("\" alt=\"")
    out.text(content.plainText)
    out.html("\"")
    attribute("title", title)
    out.html(" />")
  }

  mutating func attribute(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    out.html(" \(name)=\"")
    out.text(value)
    out.html("\"")
  }
}
