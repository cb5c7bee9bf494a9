package import Markdown

/// The files of an exercise, which share one path stem.
package struct ExerciseFiles: Hashable, Sendable {
  /// The statement, `exercises/TOPIC/ID.md`.
  package let statement: String

  /// The starter, `exercises/TOPIC/ID.swift`.
  package let starter: String

  /// The reference solution, `solutions/TOPIC/ID.swift`.
  package let solution: String

  /// The misconceptions, `solutions/TOPIC/ID.md`, and what to say when the exercise was passed.
  package let misconceptions: String

  /// Why some mutants of the solution pass the checks, `Sources/Checks/TOPIC/survivors/ID.md`; there need not be any.
  package let survivors: String

  /// What to say when the exercise was passed, `afterwards/TOPIC/ID.md`, where the course is installed without solutions.
  package let afterwards: String
}

/// Where an exercise stands, without anything read of it.
package struct ExerciseLocation: Hashable, Sendable {
  /// The exercise.
  package let id: ExerciseID

  /// The topic in whose folder it stands.
  package let topic: Topic

  /// Its files, as paths that can be opened.
  package let files: ExerciseFiles
}

/// An exercise as its statement describes it.
package struct Exercise: Hashable, Sendable {
  /// How many hints an exercise has.
  package static let hintCount = 3

  /// What `difficulty` may be.
  package static let difficulties = 1...3

  /// Where it stands.
  package let location: ExerciseLocation

  /// The title.
  package let title: String

  /// The lesson it belongs to.
  package let lesson: LessonID

  /// How hard it is, 1 to 3 in a valid course.
  package let difficulty: Int

  /// How many minutes it takes.
  package let minutes: Int

  /// The exercises to be done before.
  package let prerequisites: [ExerciseID]

  /// Whether it is on the fast track through the course.
  package let isOnFastTrack: Bool

  /// The whole file, hints included.
  package let document: Document

  /// The name.
  package var id: ExerciseID { location.id }

  /// The topic.
  package var topic: Topic { location.topic }

  /// The files.
  package var files: ExerciseFiles { location.files }

  /// What the student is asked: the document without its section of hints.
  package var statement: Document {
    var statement = document
    guard let hints = document.section(titled: "Hints") else { return statement }
    statement.blocks.removeSubrange((hints.blocks.startIndex - 1)..<hints.blocks.endIndex)
    return statement
  }

  /// The hints in the order in which they are given, three in a valid course.
  package var hints: [[Block]] {
    let blocks = document.section(titled: "Hints")?.blocks ?? []
    return blocks.flatMap { block -> [[Block]] in
      guard case .list(let list) = block.kind, list.start != nil else { return [] }
      return list.items.map(\.blocks)
    }
  }
}
