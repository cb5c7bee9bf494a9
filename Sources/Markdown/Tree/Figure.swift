/// A figure: an image alone in its paragraph, `![alternative](source "caption")`.
package struct Figure: Hashable, Sendable {
  /// What is shown: the path of an image, or `figure:NAME` for one that is computed.
  package var source: String

  /// What to say of it to whoever does not see it; an empty one is a mistake in a course.
  package var alternative: [Inline]

  /// The image's title as written, with its marks.
  package var title: String

  /// The caption: the title read as running text.
  package var caption: [Inline]

  /// Makes a figure.
  package init(source: String, alternative: [Inline], title: String, caption: [Inline]) {
    self.source = source
    self.alternative = alternative
    self.title = title
    self.caption = caption
  }

  /// The name of a computed figure; nil where the source is the path of an image.
  package var name: String? {
    let scheme = "figure:"
    return source.hasPrefix(scheme) ? String(source.dropFirst(scheme.count)) : nil
  }
}
