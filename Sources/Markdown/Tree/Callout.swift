/// A passage set off from the text: a block quote whose first line is `[!kind] Title`.
package struct Callout: Hashable, Sendable {
  /// What the passage is for.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// How this course writes what others write otherwise.
    case convention
    /// A slip in a source, mended.
    case erratum
    /// A mistake that is easily made.
    case pitfall
    /// A worked example.
    case example
  }

  /// What the passage is for.
  package var kind: Kind

  /// The words behind `[!kind]`, none perhaps.
  package var title: [Inline]

  /// What stands below the title.
  package var blocks: [Block]

  /// Makes a callout.
  package init(kind: Kind, title: [Inline], blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}

/// A question by which readers check themselves.
///
/// It is a block quote that begins with `[!question]`, followed by one that begins with `[!answer]`.
package struct Question: Hashable, Sendable {
  /// The words behind `[!question]`, mostly none.
  package var title: [Inline]

  /// The question.
  package var blocks: [Block]

  /// The answer; nil where none follows.
  package var answer: [Block]?

  /// Makes a question.
  package init(title: [Inline] = [], blocks: [Block], answer: [Block]?) {
    self.title = title
    self.blocks = blocks
    self.answer = answer
  }
}
