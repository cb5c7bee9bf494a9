package import Markdown

/// Where a lesson stands, without anything read of it.
package struct LessonLocation: Hashable, Sendable {
  /// The lesson.
  package let id: LessonID

  /// The topic in whose folder it stands.
  package let topic: Topic

  /// Its place within the topic.
  package let order: Int

  /// Its file, as a path that can be opened.
  package let file: String
}

/// A lesson.
package struct Lesson: Hashable, Sendable {
  /// Slides that a lesson mirrors.
  package struct Source: Hashable, Sendable {
    /// The short name of the lecture.
    package let lecture: String

    /// The titles of the slides.
    package let slides: [String]
  }

  /// Where it stands.
  package let location: LessonLocation

  /// The title.
  package let title: String

  /// What it mirrors.
  package let sources: [Source]

  /// What a student can do after it.
  package let objectives: [String]

  /// The lessons to be read before.
  package let prerequisites: [LessonID]

  /// The text.
  package let document: Document

  /// The name.
  package var id: LessonID { location.id }

  /// The topic.
  package var topic: Topic { location.topic }

  /// The exercises that the text links to, in its order, each once.
  package var exercises: [ExerciseID] {
    var exercises: [ExerciseID] = []
    for link in document.links {
      guard case .exercise(let id, _)? = CourseReference(link.destination), !exercises.contains(id) else { continue }
      exercises.append(id)
    }
    return exercises
  }
}
