internal import Course
internal import Markdown
internal import Parallel
internal import TeX

/// Everything that keeps a course from being published, found in one run, and what publishing it needs besides.
struct SiteCheck {
  /// What is wrong, by file and line.
  let problems: [Problem]
  /// The files of the course to be copied.
  let files: [CourseFile]
  /// The computed figures that are shown.
  let figureNames: [String]
  /// The surveys of lessons.
  let lessons: [LessonID: DocumentSurvey]
  /// The surveys of exercises.
  let exercises: [ExerciseID: DocumentSurvey]

  /// Looks at a course.
  ///
  /// - Parameters:
  ///   - figures: the names of computed figures.
  ///   - besides: what was found wrong before.
  init(_ catalogue: Catalogue, figures: Set<String>, judge: FormulaJudge, besides: [Problem]) throws {
    let layout = catalogue.layout
    let lessons = Parallel.map(catalogue.lessons) { lesson in
      var survey = DocumentSurvey(
        of: lesson.document, file: layout.relative(lesson.location.file), root: layout.root, figures: figures)
      let objectives = lesson.document.frontMatter.entry("objectives")?.line ?? 1
      for text in lesson.objectives { survey.add(InlineText.parse(text), line: objectives) }
      return survey
    }
    let known = Set(catalogue.lessons.map(\.id))
    let exercises = Parallel.map(catalogue.exercises) { exercise in
      var survey = DocumentSurvey(
        of: exercise.document, file: layout.relative(exercise.files.statement), root: layout.root, figures: figures)
      if !known.contains(exercise.lesson) && catalogue.problems.isEmpty {
        let line = exercise.document.frontMatter.entry("lesson")?.line
        let suggestion = Spelling.suggestion(for: exercise.lesson.rawValue, among: known.map(\.rawValue).sorted())
        survey.report(line, "there is no lesson '\(exercise.lesson)'", suggestion ?? "Write the lesson")
      }
      if !SourceFile.exists(exercise.files.starter) {
        survey.report(nil, "the exercise has no starter", "Write '\(layout.relative(exercise.files.starter))'")
      }
      return survey
    }
    let surveys = lessons + exercises
    let paths =
      catalogue.lessons.map { layout.relative($0.location.file) }
      + catalogue.exercises.map { layout.relative($0.files.statement) }
    var problems = besides + catalogue.publicationProblems() + surveys.flatMap(\.problems)
    let formulas = Set(surveys.lazy.flatMap { $0.formulas.lazy.map(\.formula) })
    let faults = try judge.faults(of: formulas)
    if !faults.isEmpty {
      for (survey, path) in zip(surveys, paths) {
        for (formula, line) in survey.formulas {
          guard let words = faults[formula] else { continue }
          let dollars = formula.isDisplay ? "$$" : "$"
          let tex = formula.tex.count > 80 ? formula.tex.prefix(80) + "..." : formula.tex
          problems.append(
            Problem(
              file: path, line: line, message: "KaTeX rejects a formula: \(words)",
              mend: "Mend \(dollars)\(tex)\(dollars)"))
        }
      }
    }
    self.problems = Set(problems).sorted()
    files = Set(surveys.flatMap(\.files)).sorted { $0.path < $1.path }
    figureNames = Set(surveys.flatMap(\.figureNames)).sorted()
    self.lessons = Dictionary(zip(catalogue.lessons.map(\.id), lessons)) { first, _ in first }
    self.exercises = Dictionary(zip(catalogue.exercises.map(\.id), exercises)) { first, _ in first }
  }
}

/// A line of running text outside a document.
enum InlineText {
  /// The text with its marks read; as it stands where it is more than a paragraph.
  static func parse(_ text: String) -> [Inline] {
    if let blocks = try? Document(parsingBody: text).blocks, blocks.count == 1,
      case .paragraph(let content) = blocks[0].kind
    {
      return content
    }
    return [Inline(.text(text), lines: 1...1)]
  }
}
