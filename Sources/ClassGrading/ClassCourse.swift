package import Course
package import Gradebook
package import Grading

/// The exercises of a course that can be graded, with their graders' names.
package struct ClassCourse: Sendable {
  /// An exercise and what is known of it.
  package struct Entry: Sendable {
    /// Where it stands.
    package let location: ExerciseLocation
    /// As the gradebook keeps it.
    package let graded: GradedExercise
    /// The names of its checks.
    package let checkNames: [String]
    let limits: LimitSettings
  }

  /// The course's folders.
  package let layout: CourseLayout
  /// The exercises in the course's order.
  package let entries: [Entry]
  private let courseChecks: @Sendable (String) -> ExerciseChecks?

  /// Reads a course's exercises.
  ///
  /// - Parameter checks: the checks of an exercise, by its name.
  package init(
    _ layout: CourseLayout, _ identity: GraderIdentity, checks: @escaping @Sendable (String) -> ExerciseChecks?
  ) throws {
    self.layout = layout
    courseChecks = checks
    let titles = layout.load().exercises
    entries = try layout.exercises().compactMap { location in
      guard var own = checks(location.id.rawValue) else { return nil }
      let limits = try layout.limits(for: location)
      own.limits = own.limits.overridden(by: limits)
      let exercise = titles.first { $0.id == location.id }
      let (key, version) = identity.grader(location, own)
      return Entry(
        location: location,
        graded: GradedExercise(
          id: location.id, title: exercise?.title ?? location.id.rawValue, lesson: exercise?.lesson.rawValue ?? "",
          points: Double(own.maximumPoints), graderKey: key, graderVersion: version),
        checkNames: own.checks.map(\.name), limits: limits)
    }
  }

  /// The exercise of a name.
  package func entry(_ id: ExerciseID) -> Entry? { entries.first { $0.location.id == id } }

  /// An exercise's checks, with the course's limits; checks belong to the thread that asks.
  func checks(_ entry: Entry) -> ExerciseChecks? {
    guard var checks = courseChecks(entry.location.id.rawValue) else { return nil }
    checks.limits = checks.limits.overridden(by: entry.limits)
    return checks
  }
}
