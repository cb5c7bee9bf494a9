internal import Course
internal import Markdown
internal import TeX

/// What is found in one document: formulas to be judged, files to be copied, and what cannot be published.
struct DocumentSurvey: Sendable {
  /// The formulas and their lines.
  private(set) var formulas: [(formula: Formula, line: Int)] = []
  /// The files of the course that are linked or shown.
  private(set) var files: Set<CourseFile> = []
  /// The computed figures that are shown.
  private(set) var figureNames: Set<String> = []
  /// Whether there is code with a language, to be coloured.
  private(set) var hasCode = false
  /// What is wrong.
  private(set) var problems: [Problem] = []

  private let file: String
  private let folder: String
  private let root: String
  private let figures: Set<String>

  /// Goes through a document.
  ///
  /// - Parameters:
  ///   - file: its path from the course's folder.
  ///   - root: the course's folder.
  ///   - figures: the names of computed figures.
  init(of document: Document, file: String, root: String, figures: Set<String>) {
    self.file = file
    self.root = root
    self.figures = figures
    folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
    for unclosed in document.unclosed { report(unclosed) }
    // The page's own title is the heading of level 1.
    var level = 1
    document.blocks.walkBlocks { block in
      survey(block, level: &level)
      block.inlines.walkInlines { survey($0) }
    }
    surveyQuestions(document.blocks)
  }

  /// Adds texts of the front matter, which stand on a line.
  mutating func add(_ text: [Inline], line: Int) {
    text.walkInlines { inline in survey(Inline(inline.kind, lines: line...line)) }
  }

  /// Adds a problem.
  mutating func report(_ line: Int?, _ message: String, _ mend: String) {
    problems.append(Problem(file: file, line: line, message: message, mend: mend))
  }

  private mutating func report(_ unclosed: Document.Unclosed) {
    switch unclosed.kind {
    case .fence:
      report(unclosed.line, "the code that begins here is never closed", "Write a line of as many backticks behind it")
    case .formula(let isDisplay):
      let mark = isDisplay ? "$$" : "$"
      report(
        unclosed.line, "the formula that begins with '\(mark)' here is never closed",
        "Write '\(mark)' behind it, or '\\$' where a dollar is meant")
    }
  }

  private mutating func survey(_ block: Block, level: inout Int) {
    let line = block.lines.lowerBound
    switch block.kind {
    case .heading(let found, _):
      if found == 1 {
        report(line, "a heading of level 1 is the title's alone", "Write '##', or lower levels for all headings")
      } else if found > level + 1 {
        let above = level == 1 ? "the title" : "one of level \(level)"
        let mark = String(repeating: "#", count: level + 1)
        report(line, "a heading of level \(found) follows \(above)", "Write '\(mark)'")
      }
      level = found
    case .math(let tex): formulas.append((Formula(tex, isDisplay: true), line))
    case .html(let html): refuse(html, line: line)
    case .code(let info, _): if !info.isEmpty { hasCode = true }
    case .figure(let figure): survey(figure, line: line)
    case .blockQuote(let blocks): if let mark = CalloutMark(blocks) { survey(mark, line: line) }
    default: break
    }
  }

  private mutating func survey(_ inline: Inline) {
    let line = inline.lines.lowerBound
    switch inline.kind {
    case .math(let tex, let isDisplay): formulas.append((Formula(tex, isDisplay: isDisplay), line))
    case .html(let html): refuse(html, line: line)
    case .link(let destination, _, _): surveyLink(destination, line: line)
    case .image(let source, _, let content):
      if source.hasPrefix("figure:") {
        let mend = "Write it on a line of its own, between empty lines"
        report(line, "the figure '\(source)' stands within a text", mend)
      } else {
        surveyImage(source, alternative: content, line: line)
      }
    default: break
    }
  }

  private mutating func survey(_ figure: Figure, line: Int) {
    guard let name = figure.name else { return surveyImage(figure.source, alternative: figure.alternative, line: line) }
    guard !figures.contains(name) else {
      figureNames.insert(name)
      return
    }
    let near = Spelling.suggestion(for: name, among: figures.sorted()) { "figure:\($0)" }
    let all = figures.isEmpty ? "The course computes none" : "There are \(figures.sorted().joined(separator: ", "))"
    report(line, "there is no computed figure '\(name)'", near ?? all)
  }

  private mutating func surveyImage(_ source: String, alternative: [Inline], line: Int) {
    requireWords(alternative, line: line)
    guard let file = CourseFile.path(source, from: folder) else {
      report(
        line, "the image '\(source)' does not stand in the course's folder",
        "Put it beside the lesson, and write its path from there; pages ask nothing from a network")
      return
    }
    require(file, as: "the image", written: source, line: line)
  }

  private mutating func requireWords(_ alternative: [Inline], line: Int) {
    guard alternative.plainText.allSatisfy(\.isWhitespace) else { return }
    report(line, "the image has no alternative text", "Say what it shows between the brackets: '![...](...)'")
  }

  private mutating func surveyLink(_ destination: String, line: Int) {
    guard CourseReference(destination) == nil else { return }
    let scheme = destination.prefix { $0 != ":" && $0 != "/" }.lowercased()
    if destination.dropFirst(scheme.count).first == ":" {
      guard !["http", "https", "mailto"].contains(scheme) else { return }
      let mend = "Write 'https:', 'mailto:', 'exercise:', 'lesson:' or a file's path"
      report(line, "the link leads to '\(scheme):'", mend)
    } else if let file = CourseFile.path(destination, from: folder), !file.path.hasSuffix(".md") {
      require(file, as: "the file", written: destination, line: line)
    } else {
      let mend = "Write 'lesson:name', 'exercise:name' or '#section'"
      report(line, "the link leads to '\(destination)', which is no page", mend)
    }
  }

  private mutating func require(_ file: CourseFile, as what: String, written: String, line: Int) {
    // Solutions are never published, whatever links them.
    let isPublic = ["lessons/", "exercises/"].contains { file.path.hasPrefix($0) }
    if !isPublic {
      report(line, "\(what) '\(written)' stands outside 'lessons' and 'exercises'", "Move it beside the lesson")
    } else if SourceFile.exists("\(root)/\(file.path)") {
      files.insert(file)
    } else {
      report(line, "\(what) '\(written)' is not there", "Put it at '\(file.path)', or mend its name")
    }
  }

  /// Raw HTML could do anything to a page; a comment is left out.
  private mutating func refuse(_ html: String, line: Int) {
    let text = html.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.hasPrefix("<!--") && text.hasSuffix("-->") && text.ranges(of: "-->").count == 1 { return }
    let shown = text.prefix(40)
    report(line, "raw HTML is not published: '\(shown)'", "Write Markdown, or '\\<' where the sign is meant")
  }

  private mutating func survey(_ mark: CalloutMark, line: Int) {
    let known = Callout.Kind.allCases.map(\.rawValue) + ["question", "answer"]
    if mark.word == "answer" {
      report(line, "the answer follows no question", "Write it behind a quote that begins with '[!question]'")
    } else {
      let near = Spelling.suggestion(for: mark.word.lowercased(), among: known) { "[!\($0)]" }
      report(line, "there is no callout '[!\(mark.word)]'", near ?? "There are \(known.joined(separator: ", "))")
    }
  }

  private mutating func surveyQuestions(_ blocks: [Block]) {
    blocks.walkBlocks { block in
      guard case .question(let question) = block.kind, question.answer == nil else { return }
      let mend = "Write a quote behind it that begins with '[!answer]'"
      report(block.lines.lowerBound, "the question has no answer", mend)
    }
  }
}
