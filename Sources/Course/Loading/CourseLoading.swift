package import Markdown

extension CourseLayout {
  /// Reads an exercise, or says everything that keeps its statement from being read.
  package func loadExercise(_ id: ExerciseID) throws(CourseError) -> Exercise {
    try loadExercise(at: try locate(id))
  }

  /// Reads the exercise that stands there.
  package func loadExercise(at location: ExerciseLocation) throws(CourseError) -> Exercise {
    let document = try document(at: location.files.statement)
    var fields = FieldReader(document.frontMatter, file: relative(location.files.statement))
    let title = fields.text("title")
    let lesson = fields.name("lesson", as: LessonID.self)
    let difficulty = fields.number("difficulty")
    let minutes = fields.number("minutes")
    let prerequisites = fields.names("prerequisites", as: ExerciseID.self)
    let isOnFastTrack = fields.flag("fast-track")
    if let error = CourseError(fields.problems) { throw error }
    guard let lesson else { throw unreadable(location.files.statement) }
    return Exercise(
      location: location, title: title, lesson: lesson, difficulty: difficulty, minutes: minutes,
      prerequisites: prerequisites, isOnFastTrack: isOnFastTrack, document: document)
  }

  /// Reads a lesson, or says everything that keeps it from being read.
  package func loadLesson(_ id: LessonID) throws(CourseError) -> Lesson {
    try loadLesson(at: try locate(id))
  }

  /// Reads the lesson that stands there.
  package func loadLesson(at location: LessonLocation) throws(CourseError) -> Lesson {
    let document = try document(at: location.file)
    var fields = FieldReader(document.frontMatter, file: relative(location.file))
    let lesson = Lesson(
      location: location, title: fields.text("title"), sources: fields.sources("sources"),
      objectives: fields.texts("objectives"), prerequisites: fields.names("prerequisites", as: LessonID.self),
      document: document)
    if let error = CourseError(fields.problems) { throw error }
    return lesson
  }

  /// Reads all exercises and lessons and collects every problem on the way.
  package func load() -> Catalogue { Catalogue(loading: self) }

  /// Reads a Markdown file of the course.
  package func document(at path: String) throws(CourseError) -> Document {
    let text = try SourceFile.text(of: path, named: relative(path))
    do throws(MarkdownError) {
      return try Document(parsing: text)
    } catch {
      throw CourseError(
        Problem(file: relative(path), line: error.line, message: error.description, mend: error.mend))
    }
  }

  private func unreadable(_ path: String) -> CourseError {
    CourseError(
      Problem(file: relative(path), message: "the front matter names no lesson", mend: "Write 'lesson: name'"))
  }
}

extension MarkdownError {
  /// What to do next.
  package var mend: String {
    switch reason {
    case .frontMatterNotClosed: "Write '---' on a line of its own behind the last 'key: value' line"
    case .malformedFrontMatter: "Indent with spaces, and put a value in quotes that holds ': ' or begins with a mark"
    case .frontMatterIsNotAMap: "Write 'key: value' on each line"
    case .duplicateKey: "Remove one of the two"
    case .unsupportedYAML: "Write plain texts, lists and maps alone"
    case .tooDeep: "Nest less deeply"
    case .tooLarge: "Part it into several"
    case .tooManyEmptyCells: "Give the rows as many cells as their table has columns"
    case .noMarkLeft: "Remove characters of the private use planes"
    case .outOfMemory: "Close other programs and try again"
    }
  }
}
