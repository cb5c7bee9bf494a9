/// The ways through a course: which exercise needs which, and in what order to do them.
package struct LearningPath: Hashable, Sendable {
  /// A way through the course.
  package enum Way: String, Hashable, Sendable, CaseIterable {
    /// Every exercise.
    case recommended
    /// The exercises that the course marks for the fast track, and what they need.
    case fast
  }

  /// Every exercise, those it needs before it; among those that could come next, the one that comes first in the course.
  package let recommended: [Exercise]

  /// The exercises of the fast track in the same order.
  package let fast: [Exercise]

  /// Orders the exercises of a course.
  ///
  /// Prerequisites that lead in a circle, which `verify` reports, are passed over.
  package init(_ catalogue: Catalogue) {
    var waiting = catalogue.exercises
    let known = Set(waiting.map(\.id))
    var placed: Set<ExerciseID> = []
    var order: [Exercise] = []
    while !waiting.isEmpty {
      let ready = waiting.firstIndex { $0.prerequisites.allSatisfy { placed.contains($0) || !known.contains($0) } }
      let next = waiting.remove(at: ready ?? 0)
      placed.insert(next.id)
      order.append(next)
    }
    recommended = order
    var needed: Set<ExerciseID> = []
    for exercise in order.reversed() where exercise.isOnFastTrack || needed.contains(exercise.id) {
      needed.insert(exercise.id)
      needed.formUnion(exercise.prerequisites)
    }
    fast = order.filter { needed.contains($0.id) }
  }

  /// The exercises of a way, in their order.
  package func exercises(of way: Way) -> [Exercise] {
    switch way {
    case .recommended: recommended
    case .fast: fast
    }
  }

  /// What an exercise needs that was not done yet, in the order of the way.
  package func missing(for exercise: Exercise, done: Set<ExerciseID>) -> [Exercise] {
    recommended.filter { exercise.prerequisites.contains($0.id) && !done.contains($0.id) }
  }

  /// The exercise to do next: the first that is neither done nor put off, or else the first that was put off; nil when all are done.
  package func next(on way: Way, done: Set<ExerciseID>, skipped: Set<ExerciseID>) -> Exercise? {
    let open = exercises(of: way).filter { !done.contains($0.id) }
    return open.first { !skipped.contains($0.id) } ?? open.first
  }
}
