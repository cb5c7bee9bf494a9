internal import Parallel

/// All exercises and lessons of a course that could be read, and what was wrong with the others.
package struct Catalogue: Hashable, Sendable {
  /// Where the course stands.
  package let layout: CourseLayout

  /// The exercises in the order of the course: by topic, lesson and difficulty, then by name.
  package private(set) var exercises: [Exercise] = []

  /// The lessons by topic and number.
  package private(set) var lessons: [Lesson] = []

  /// What kept exercises or lessons from being read, by file and line.
  package private(set) var problems: [Problem] = []

  /// Where exercises stand, those that could not be read included.
  private(set) var exerciseLocations: [ExerciseLocation] = []

  /// Where lessons stand, those that could not be read included.
  private(set) var lessonLocations: [LessonLocation] = []

  /// Reads a course.
  init(loading layout: CourseLayout) {
    self.layout = layout
    exerciseLocations = collect { () throws(CourseError) in try layout.exercises() } ?? []
    lessonLocations = collect { () throws(CourseError) in try layout.lessons() } ?? []
    // Each file is read by itself, so several threads can.
    let readExercises = Parallel.map(exerciseLocations) { location in
      Result { () throws(CourseError) in try layout.loadExercise(at: location) }
    }
    let readLessons = Parallel.map(lessonLocations) { location in
      Result { () throws(CourseError) in try layout.loadLesson(at: location) }
    }
    exercises = readExercises.compactMap { result in collect { () throws(CourseError) in try result.get() } }
    lessons = readLessons.compactMap { result in collect { () throws(CourseError) in try result.get() } }
    problems.sort()
    let place = Dictionary(lessons.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    exercises.sort { left, right in
      let (first, second) = (place[left.lesson] ?? .max, place[right.lesson] ?? .max)
      return (left.topic, first, left.difficulty, left.id) < (right.topic, second, right.difficulty, right.id)
    }
  }

  /// The exercise of this name, if it could be read.
  package func exercise(_ id: ExerciseID) -> Exercise? { exercises.first { $0.id == id } }

  /// The lesson of this name, if it could be read.
  package func lesson(_ id: LessonID) -> Lesson? { lessons.first { $0.id == id } }

  private mutating func collect<Value>(_ body: () throws(CourseError) -> Value) -> Value? {
    do throws(CourseError) {
      return try body()
    } catch {
      problems += error.problems
      return nil
    }
  }
}
