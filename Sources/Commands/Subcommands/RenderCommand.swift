internal import Course
internal import Files
internal import Grading
internal import Markdown
internal import Site

extension Gradus {
  /// `gradus render`: the lessons as pages.
  var render: Command {
    Command(
      name: "render", summary: "Renders the lessons: a site, slides or a handout.", positional: ["LESSON?"],
      options: [
        .valued("output", "DIR", "write into this folder, in which files of others stay as they are"),
        .valued("as", "FORM", "site (unless given), slides, or handout"),
        .switched("pdf", "of slides and handouts, a PDF as well, by Chromium"),
        .switched("fragment", "read one document from standard input and print its HTML"),
      ],
      discussion: """
        Everything that is wrong with the lessons is said at once, by file and line, and then nothing is written.
        LESSON limits slides and handouts to one lesson.
        """,
      example: "gradus render --output site"
    ) { arguments, console in
      if arguments.has("fragment") { return try fragment(arguments, console) }
      return try render(arguments, console)
    }
  }

  private func render(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let form = try arguments.choice("as", of: SiteRenderer.Form.allCases.map(\.rawValue))
    guard let output = arguments["output"], !output.isEmpty else {
      throw UsageError("say where to write: gradus render --output DIR. The folder need not be there yet.")
    }
    let isSite = form == SiteRenderer.Form.site.rawValue
    guard !isSite || arguments.positional.isEmpty else {
      throw UsageError("a site shows all lessons. One alone: gradus render LESSON --as slides, or --as handout.")
    }
    guard !isSite || !arguments.has("pdf") else {
      throw UsageError("--pdf goes with --as slides or --as handout; the pages of a site print from the browser.")
    }
    let layout = FoundCourse.find(try installation()).layout
    let lessons = try arguments.positional.map { name throws(CourseError) in try layout.locate(try LessonID(name)).id }
    let renderer = siteRenderer(layout)
    let printer = arguments.has("pdf") ? PDFPrinter() : nil
    guard printer != nil || !arguments.has("pdf") else {
      throw UsageError("--pdf needs Chromium, which is not on PATH. Install it: `apt-get install chromium`.")
    }
    let files = try renderer.files(SiteRenderer.Form(rawValue: form) ?? .site, lessons: lessons)
    do {
      let pages = printer == nil ? [] : files.keys.filter { $0.hasSuffix(".html") }.sorted()
      let changes = try OutputFolder(output).write(files, later: pages.map { Self.printed($0) })
      for page in pages {
        // A PDF holds the time of its making, so it is made anew only where what it shows is new.
        let target = "\(output)/\(Self.printed(page))"
        if changes.written.isEmpty && Files.exists(target) { continue }
        try printer?.print("\(output)/\(page)", to: target)
        console.write("\(target): printed\n")
      }
      let removed = changes.removed.isEmpty ? "" : ", \(changes.removed.count) removed"
      console.write("\(output): \(changes.written.count) files written\(removed), \(changes.unchanged) as they were\n")
    } catch let error as OutputError {
      throw UsageError("\(error)")
    } catch let error as FileError {
      throw UsageError("\(error)")
    }
    return .passed
  }

  /// What makes pages of a course.
  func siteRenderer(_ layout: CourseLayout) -> SiteRenderer {
    SiteRenderer(layout, figures: PageFigures(catalogue), cacheFolder: Toolkit.cacheFolder) { id in
      checks(id)?.maximumPoints
    }
  }

  private static func printed(_ page: String) -> String { page.dropLast("html".count) + "pdf" }

  private func fragment(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    guard arguments.positional.isEmpty, arguments["output"] == nil, !arguments.has("pdf"), arguments["as"] == nil else {
      throw UsageError("--fragment reads standard input and writes standard output, and takes nothing else.")
    }
    let name = "standard input"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.readInput(limit: Document.largestSize)
    } catch {
      throw UsageError("\(error)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CourseError(SourceFile.notText(bytes, named: name))
    }
    do throws(MarkdownError) {
      console.write(Fragment.html(try Document(parsingFragment: text), figures: PageFigures(catalogue)).bytes)
    } catch {
      throw CourseError(Problem(file: name, line: error.line, message: error.description, mend: error.mend))
    }
    return .passed
  }
}
