internal import Charts
internal import Course
internal import Files
internal import Glibc
internal import Markdown
internal import Terminal

extension Gradus {
  /// `gradus read`: a lesson or a statement in the terminal.
  var read: Command {
    Command(
      name: "read", summary: "Shows a lesson, or the statement of an exercise.", positional: ["NAME?"],
      options: [
        .switched("answers", "show the answers of the questions"),
        .switched("no-pager", "write everything at once, also on a terminal"),
      ],
      discussion: """
        NAME is that of a lesson or an exercise. Where both have it, the lesson is meant; `exercise:NAME` and `lesson:NAME`
        name one of them, and `NAME#section` shows that section alone. On a terminal the text goes through $PAGER, or
        `less -R` if there is none. In a workspace, without NAME, the lesson of the present exercise.
        """,
      example: "gradus read bptt"
    ) { arguments, console in
      let course = FoundCourse.find(try installation())
      let name = try arguments.positional.first ?? presentLesson(course, console)
      let passage = try Passages(course.layout).passage(name)
      let reading = reading(
        course.layout, console.readingStyle, showsAnswers: arguments.has("answers"), showsSketches: !console.isPlain)
      let text = page(passage, reading)
      if arguments.has("no-pager") || !console.isFullScreen || !Pager.show(text) { console.write(text) }
      return .passed
    }
  }

  /// The lesson of the present exercise, in a workspace.
  private func presentLesson(_ course: FoundCourse, _ console: Console) throws -> String {
    guard course.workspace != nil else {
      throw UsageError(
        "gradus read needs the name of a lesson or an exercise, such as: gradus read \(try anExample())")
    }
    return "lesson:\(try Study(try installation(), console).exercise(nil).lesson)"
  }

  /// How texts of a course are read; figures by their words, and those that allow it as a sketch in dots as well.
  func reading(
    _ layout: CourseLayout, _ style: TerminalStyle, showsAnswers: Bool = false, showsSketches: Bool = false
  ) -> ReadingText {
    ReadingText(
      style: style, showsAnswers: showsAnswers,
      exercises: { id in (try? layout.loadExercise(id)).map(card) },
      figures: { name in
        catalogue.figure(name).map { figure in
          FigureText(title: figure.title, alternative: figure.alternativeText) {
            showsSketches ? figure.drawing.sketch(columns: $0) : []
          }
        }
      })
  }

  /// A whole lesson as it is read.
  func page(_ lesson: Lesson, _ reading: ReadingText) -> String {
    page(ReadablePassage(content: .lesson(lesson), section: nil, blocks: lesson.document.blocks), reading)
  }

  private func anExample() throws -> String {
    let layout = FoundCourse.find(try installation()).layout
    return (try? layout.lessons().first?.id.rawValue) ?? "bptt"
  }

  private func page(_ passage: ReadablePassage, _ reading: ReadingText) -> String {
    switch passage.content {
    case .lesson(let lesson):
      let before = lesson.prerequisites.map { "lesson:\($0)" }.joined(separator: ", ")
      return reading.page(
        title: lesson.title, facts: before.isEmpty ? [] : ["Before it: \(before)"],
        aims: passage.section == nil ? lesson.objectives : [], blocks: passage.blocks)
    case .exercise(let exercise):
      return reading.page(
        title: exercise.title,
        facts: [
          card(exercise).facts,
          "lesson:\(exercise.lesson) · hints: gradus hint \(exercise.id) · grade: gradus check \(exercise.id)",
        ], aims: [], blocks: passage.blocks)
    }
  }

  private func card(_ exercise: Exercise) -> ExerciseCard {
    ExerciseCard(
      title: exercise.title,
      facts: "\(points(exercise.id)) points, difficulty \(exercise.difficulty) of 3, about \(exercise.minutes) minutes")
  }
}

/// A lesson or a statement, or a section of one.
struct ReadablePassage {
  enum Content {
    case lesson(Lesson)
    case exercise(Exercise)
  }

  let content: Content
  let section: String?
  let blocks: [Block]
}

/// Finds what somebody wants to read.
struct Passages {
  private let layout: CourseLayout

  init(_ layout: CourseLayout) {
    self.layout = layout
  }

  /// The passage of a name, as it was typed or as a link has it.
  func passage(_ text: String) throws -> ReadablePassage {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let section = parts.count > 1 ? parts[1] : nil
    let content = try content(parts.first ?? "")
    let document =
      switch content {
      case .lesson(let lesson): lesson.document
      case .exercise(let exercise): exercise.statement
      }
    guard let section else { return ReadablePassage(content: content, section: nil, blocks: document.blocks) }
    guard let index = document.headings.firstIndex(where: { $0.slug == section }) else {
      let slugs = document.headings.map(\.slug)
      let near = Spelling.suggestion(for: section.lowercased(), among: slugs) { "\(parts[0])#\($0)" }
      throw UsageError(
        "'\(parts[0])' has no section '\(section)'. \(near ?? "Its sections are \(slugs.joined(separator: ", ")).")")
    }
    return ReadablePassage(content: content, section: section, blocks: document.blocks(ofHeading: index))
  }

  private func content(_ name: String) throws -> ReadablePassage.Content {
    for (scheme, readsLesson) in [("lesson:", true), ("exercise:", false)] where name.hasPrefix(scheme) {
      let rest = String(name.dropFirst(scheme.count))
      return readsLesson
        ? .lesson(try layout.loadLesson(try LessonID(rest))) : .exercise(try layout.loadExercise(try ExerciseID(rest)))
    }
    let lessons = try layout.lessons().map(\.id.rawValue)
    let exercises = try layout.exercises().map(\.id.rawValue)
    if lessons.contains(name) { return .lesson(try layout.loadLesson(try LessonID(name))) }
    if exercises.contains(name) { return .exercise(try layout.loadExercise(try ExerciseID(name))) }
    let all = Set(lessons + exercises).sorted()
    let near = Spelling.suggestion(for: name.lowercased(), among: all)
    throw UsageError(
      "there is no lesson or exercise '\(name)'. \(near ?? "There are: \(all.joined(separator: ", ")).")")
  }
}

extension Document {
  /// The blocks from a heading on, itself included, up to the next one of its level or above.
  fileprivate func blocks(ofHeading number: Int) -> [Block] {
    let places = blocks.indices.filter { if case .heading = blocks[$0].kind { true } else { false } }
    guard places.indices.contains(number), case .heading(let level, _) = blocks[places[number]].kind else { return [] }
    let end = places[(number + 1)...].first { index in
      guard case .heading(let other, _) = blocks[index].kind else { return false }
      return other <= level
    }
    return Array(blocks[places[number]..<(end ?? blocks.endIndex)])
  }
}
