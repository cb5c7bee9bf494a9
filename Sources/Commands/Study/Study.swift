internal import Course
internal import Files
internal import Grading
internal import Progress
internal import Terminal
internal import Workspace

/// A learner at work: the workspace, the course that it was made of, and what was reached so far.
struct Study {
  let workspace: Workspace
  let course: FoundCourse
  let catalogue: Catalogue
  let path: LearningPath
  let store: ProgressStore
  private(set) var standings: Standings

  /// The workspace around the working folder.
  ///
  /// - Throws: ``UsageError`` where there is none.
  init(_ installation: Installation, _ console: Console) throws {
    let course = FoundCourse.find(installation)
    guard let workspace = course.workspace else {
      throw UsageError("this folder is in no workspace. Make one with `gradus init DIR`, and work in it.")
    }
    self.workspace = workspace
    self.course = course
    catalogue = course.layout.load()
    path = LearningPath(catalogue)
    store = try workspace.progress()
    for notice in store.notices { console.note("gradus: \(notice)") }
    standings = try store.standings()
    guard !catalogue.exercises.isEmpty else {
      throw CourseError(catalogue.problems) ?? UsageError("the course in \(course.layout.root) has no exercises.")
    }
  }

  /// Writes down that something happened.
  mutating func record(_ kind: Event.Kind, _ exercise: Exercise) throws {
    try store.record(kind, exercise.id.rawValue)
    standings = try store.standings()
  }

  /// Reads again what was reached, by another terminal too.
  mutating func refresh() throws { standings = try store.standings() }

  /// The way through the course that was chosen.
  var way: LearningPath.Way { standings.way.flatMap(LearningPath.Way.init(rawValue:)) ?? .recommended }

  /// What needs no more work: passed, or given up.
  var done: Set<ExerciseID> {
    standings.passed.union(standings.exercises.filter(\.value.gaveUp).keys)
  }

  /// The exercise to work on; nil when all are done.
  var current: Exercise? { chosen ?? following }

  /// The exercise that was chosen and is not passed yet.
  var chosen: Exercise? {
    guard let id = standings.chosen, !standings[id].isPassed else { return nil }
    return catalogue.exercise(id)
  }

  /// The exercise that the way leads to, whatever was chosen; nil when all of the way are done.
  var following: Exercise? {
    let skipped = Set(standings.exercises.filter(\.value.isSkipped).keys)
    return path.next(on: way, done: done, skipped: skipped)
  }

  /// The exercise of a name that was typed, or else the one to work on.
  func exercise(_ name: String?) throws -> Exercise {
    guard let name else {
      guard let current else { throw UsageError("all exercises are done. Name one: `gradus list` shows them.") }
      return current
    }
    let location = try course.locate(name)
    if let exercise = catalogue.exercise(location.id) { return exercise }
    return try course.layout.loadExercise(at: location)
  }

  /// The learner's file of an exercise, as it is written in the working folder.
  func file(of exercise: Exercise) -> String { course.shortened(workspace.path(Workspace.file(of: exercise.location))) }

  /// The statement of an exercise, as it is written in the working folder.
  func statement(of exercise: Exercise) -> String {
    course.shortened(workspace.path(Workspace.statement(of: exercise.location)))
  }
}
