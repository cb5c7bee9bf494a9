internal import Course
internal import Markdown

/// The course as readers go through it: topics, their lessons, and behind each lesson the exercises that belong to it.
struct CourseGuide: Sendable {
  /// An exercise with what is told of it.
  struct ExerciseEntry: Sendable {
    let exercise: Exercise
    /// What a right solution gets; nil where the exercise has no checks.
    let points: Int?
    /// The starter, as a path from the course's folder.
    let starter: String
  }

  /// A lesson with its exercises.
  struct LessonEntry: Sendable {
    let lesson: Lesson
    let exercises: [ExerciseEntry]
  }

  /// A topic with its lessons.
  struct TopicEntry: Sendable {
    let topic: Topic
    let title: String
    var lessons: [LessonEntry]
  }

  /// A page that is read after others.
  struct Stop: Sendable {
    let title: String
    /// The path of its page from the site's folder.
    let path: String
  }

  let description: CourseDescription
  let topics: [TopicEntry]
  /// The lectures by the names by which lessons cite them.
  let lectures: [String: Lecture]
  /// The pages in the order in which they are read.
  let stops: [Stop]
  private let exercises: [ExerciseID: ExerciseEntry]
  private let lessons: [LessonID: Lesson]
  private let places: [String: Int]
  private let positions: [String: Position]

  /// Where a page belongs: the places of its topic and of its lesson in that.
  struct Position: Sendable {
    let topic: Int
    let lesson: Int
  }

  init(_ catalogue: Catalogue, _ description: CourseDescription, points: (ExerciseID) -> Int?) throws {
    self.description = description
    lectures = Dictionary(try catalogue.layout.lectures().map { ($0.name, $0) }) { first, _ in first }
    let entries = catalogue.exercises.map { exercise in
      ExerciseEntry(
        exercise: exercise, points: points(exercise.id), starter: catalogue.layout.relative(exercise.files.starter))
    }
    exercises = Dictionary(entries.map { ($0.exercise.id, $0) }) { first, _ in first }
    lessons = Dictionary(catalogue.lessons.map { ($0.id, $0) }) { first, _ in first }
    let byLesson = Dictionary(grouping: entries, by: \.exercise.lesson)
    var topics: [TopicEntry] = []
    for lesson in catalogue.lessons {
      let entry = LessonEntry(lesson: lesson, exercises: byLesson[lesson.id] ?? [])
      if topics.last?.topic == lesson.topic {
        topics[topics.count - 1].lessons.append(entry)
      } else {
        topics.append(
          TopicEntry(topic: lesson.topic, title: description.title(of: lesson.topic), lessons: [entry]))
      }
    }
    self.topics = topics
    stops = topics.flatMap { topic in
      topic.lessons.flatMap { entry in
        [Stop(title: entry.lesson.title, path: Self.path(entry.lesson.id))]
          + entry.exercises.map { Stop(title: $0.exercise.title, path: Self.path($0.exercise.id)) }
      }
    }
    var positions: [String: Position] = [:]
    for (topic, entry) in topics.enumerated() {
      for (lesson, entry) in entry.lessons.enumerated() {
        let position = Position(topic: topic, lesson: lesson)
        positions[Self.path(entry.lesson.id)] = position
        for exercise in entry.exercises { positions[Self.path(exercise.exercise.id)] = position }
      }
    }
    self.positions = positions
    places = Dictionary(stops.enumerated().map { ($1.path, $0) }) { first, _ in first }
  }

  static func path(_ id: LessonID) -> String { "lessons/\(id).html" }
  static func path(_ id: ExerciseID) -> String { "exercises/\(id).html" }

  func exercise(_ id: ExerciseID) -> ExerciseEntry? { exercises[id] }
  func lesson(_ id: LessonID) -> Lesson? { lessons[id] }

  /// All exercises whose lesson is there, in the order in which they are read.
  var exerciseEntries: [ExerciseEntry] { topics.flatMap { $0.lessons.flatMap(\.exercises) } }

  /// All lessons in the order in which they are read.
  var lessonEntries: [LessonEntry] { topics.flatMap(\.lessons) }

  /// Where a page belongs; nil for the course's own pages.
  func position(of path: String) -> Position? { positions[path] }

  /// What is read before and after a page.
  func neighbours(of path: String) -> (previous: Stop?, next: Stop?) {
    guard let place = places[path] else { return (nil, nil) }
    return (place > 0 ? stops[place - 1] : nil, place + 1 < stops.count ? stops[place + 1] : nil)
  }
}

extension Exercise {
  /// The difficulty in a word.
  var difficultyWord: String {
    switch difficulty {
    case ...1: "easy"
    case 2: "medium"
    default: "hard"
    }
  }
}
