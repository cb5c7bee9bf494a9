/// A lecture that the course mirrors.
package struct Lecture: Hashable, Sendable {
  /// Slides of one title.
  package struct Slide: Hashable, Sendable {
    /// The title as the lecture prints it.
    package let title: String

    /// The folder of the topic that teaches it; nil where no lesson needs to.
    package let topic: String?

    /// Why no lesson needs to teach it; nil where one must.
    package let aside: String?
  }

  /// The short name by which lessons cite it.
  package let name: String

  /// The title.
  package let title: String

  /// Who held it.
  package let author: String

  /// When it was held, where that is known.
  package let date: String?

  /// Its slides, by topic.
  package let slides: [Slide]
}
