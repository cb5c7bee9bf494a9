package import Course
internal import Files
internal import Markdown
internal import Parallel
internal import TeX

/// Makes pages of a course.
package struct SiteRenderer {
  /// How the course is shown.
  package enum Form: String, Sendable, CaseIterable {
    /// A page for each lesson and exercise, with contents and search.
    case site
    /// A file for each lesson, cut into slides.
    case slides
    /// One page with the lessons one after another, to be printed.
    case handout
  }

  private let layout: CourseLayout
  private let figures: PageFigures
  private let cacheFolder: String?
  private let points: (ExerciseID) -> Int?

  /// Prepares to render.
  ///
  /// - Parameters:
  ///   - layout: the course.
  ///   - figures: the computed figures.
  ///   - cacheFolder: where formulas that were found right are remembered; nil to remember none.
  ///   - points: what a right solution of an exercise gets; nil where it has no checks.
  package init(
    _ layout: CourseLayout, figures: PageFigures, cacheFolder: String?,
    points: @escaping (ExerciseID) -> Int?
  ) {
    self.layout = layout
    self.figures = figures
    self.cacheFolder = cacheFolder
    self.points = points
  }

  /// The files by their paths in the output folder.
  ///
  /// Throws ``CourseError`` with everything that keeps the course from being published. Nothing is written.
  ///
  /// - Parameters:
  ///   - form: how the course is shown.
  ///   - lessons: the lessons to show in slides or a handout; all where there are none.
  package func files(_ form: Form = .site, lessons chosen: [LessonID] = []) throws -> [String: [UInt8]] {
    let (catalogue, description, check) = try survey()
    if let error = CourseError(check.problems) { throw error }
    let katex = try SystemAssets.katex()
    let guide = try CourseGuide(catalogue, description, points: points)
    var files = try SystemAssets.katexFiles(katex)
    for file in check.files { files[file.published] = try Files.read("\(layout.root)/\(file.path)") }
    files["assets/icon.svg"] = PackageResources.icon_svg
    files["assets/formulas.js"] = PackageResources.formulas_js
    let makers = figures.figures
    let names = check.figureNames
    let drawn = Dictionary(
      zip(names, Parallel.map(names) { makers[$0]?() ?? .empty })
    ) { first, _ in first }
    let shown = Publication(guide: guide, check: check, figures: drawn, figureStyle: figures.style)
    switch form {
    case .site: try shown.site(into: &files)
    case .slides: try shown.slides(chosen, into: &files)
    case .handout: try shown.handout(chosen, into: &files)
    }
    return files
  }

  /// Everything that keeps the course from being published, by file and line.
  package func problems() throws -> [Problem] { try survey().check.problems }

  /// The course, and what its pages would show.
  private func survey() throws -> (catalogue: Catalogue, description: CourseDescription, check: SiteCheck) {
    var description = CourseDescription()
    var problems: [Problem] = []
    do throws(CourseError) {
      description = try layout.loadDescription()
    } catch {
      problems = error.problems
    }
    let catalogue = layout.load()
    let judge = FormulaJudge(script: try SystemAssets.katex(), cacheFolder: cacheFolder)
    let check = try SiteCheck(catalogue, figures: Set(figures.figures.keys), judge: judge, besides: problems)
    return (catalogue, description, check)
  }
}

/// A course that is found in order, with all that its pages show.
struct Publication {
  let guide: CourseGuide
  let check: SiteCheck
  let figures: [String: PageFigure]
  let figureStyle: String

  /// Adds the files of a site.
  func site(into files: inout [String: [UInt8]]) throws {
    files["assets/site.css"] = PackageResources.site_css + Array(figureStyle.utf8)
    files["assets/theme.js"] = PackageResources.theme_js
    files["assets/site.js"] = PackageResources.site_js
    files["assets/search.js"] = PackageResources.search_js
    files["assets/highlight.js"] = try SystemAssets.highlight()
    let (guide, check, figures) = (self.guide, self.check, self.figures)
    let lessons = guide.lessonEntries
    let lessonPages = Parallel.map(lessons) { entry in
      let page = LessonPage(entry: entry, survey: check.lessons[entry.lesson.id], guide: guide, figures: figures)
      let document = entry.lesson.document
      let index = SearchIndex(
        path: page.path, title: entry.lesson.title, blocks: document.blocks, headings: document.headings)
      return (path: page.path, bytes: page.bytes(folder: "lessons/\(entry.lesson.topic.folder)"), index: index)
    }
    let exercises = try guide.exerciseEntries.map { entry in
      (entry: entry, starter: try SourceFile.text(of: entry.exercise.files.starter, named: entry.starter))
    }
    let exercisePages = Parallel.map(exercises) { entry, starter in
      let page = ExercisePage(entry: entry, survey: check.exercises[entry.exercise.id], guide: guide, figures: figures)
      let statement = entry.exercise.statement
      let index = SearchIndex(
        path: page.path, title: entry.exercise.title, blocks: statement.blocks, headings: statement.headings)
      let bytes = page.bytes(folder: "exercises/\(entry.exercise.topic.folder)", starter: starter)
      return (path: page.path, bytes: bytes, index: index)
    }
    for page in lessonPages + exercisePages { files[page.path] = page.bytes }
    for (entry, starter) in exercises { files["exercises/\(entry.exercise.id).swift"] = Array(starter.utf8) }
    let pages = CoursePages(guide: guide)
    files["index.html"] = pages.contents()
    files["search.html"] = pages.search()
    files["assets/search-index.js"] = SearchIndex.script((lessonPages + exercisePages).map(\.index))
  }
}
