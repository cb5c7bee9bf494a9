/// Which lesson teaches which slide of the lectures.
package struct Coverage: Hashable, Sendable {
  /// A slide and the lessons that cite it.
  package struct Row: Hashable, Sendable {
    /// The lecture's short name.
    package let lecture: String

    /// The slide.
    package let slide: Lecture.Slide

    /// The lessons, in the course's order.
    package let lessons: [LessonID]

    /// Whether a lesson should teach the slide and none does.
    package var isMissing: Bool { slide.aside == nil && lessons.isEmpty }
  }

  /// A row for each slide, by lecture and topic.
  package let rows: [Row]

  /// Holds the lessons of a course against the slides of its lectures.
  package init(_ catalogue: Catalogue, _ lectures: [Lecture]) {
    var lessons: [[String]: [LessonID]] = [:]
    for lesson in catalogue.lessons {
      for source in lesson.sources {
        for slide in source.slides { lessons[[source.lecture, slide], default: []].append(lesson.id) }
      }
    }
    rows = lectures.flatMap { lecture in
      lecture.slides.map { slide in
        Row(lecture: lecture.name, slide: slide, lessons: lessons[[lecture.name, slide.title]] ?? [])
      }
    }
  }
}
