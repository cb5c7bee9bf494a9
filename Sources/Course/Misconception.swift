package import Markdown

/// A known mistake of an exercise: edits that turn the solution into wrong programs, and what to tell whoever made it.
package struct Misconception: Hashable, Sendable {
  /// The name, unique in its exercise: `scores-sign-turned`.
  package let id: String
  /// The mistake in one line.
  package let title: String
  /// The lesson, and perhaps its section, to read: `bptt#the-scores`.
  package let lesson: String
  /// What the numbers show and why that is wrong.
  package let explanation: [Block]
  /// The edits, one at least, each of which makes a wrong program: the forms that the mistake comes in.
  package let edits: [SourceEdit]
  /// The line of its heading.
  package let line: Int

  /// The explanation as plain text, a paragraph a line.
  package var explanationText: String { explanation.map(\.plainText).joined(separator: "\n") }
}

/// A change of some lines of a source text.
package struct SourceEdit: Hashable, Sendable {
  /// The lines that are replaced, context included.
  package let old: String
  /// What stands there afterwards.
  package let new: String

  /// Reads a `diff` block: lines led by a space, `-` or `+`; hunk headers are passed over.
  init(diff: String) {
    let lines = diff.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("@@") }
    let kept = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
    func side(without mark: Character) -> String {
      kept.filter { $0.first != mark }.map { $0.dropFirst() }.joined(separator: "\n")
    }
    old = side(without: "+")
    new = side(without: "-")
  }

  /// The source after the edit; nil unless the old lines stand in it exactly once.
  package func apply(to source: String) -> String? {
    guard !old.isEmpty else { return nil }
    let text = "\n" + source
    let places = text.ranges(of: "\n" + old).filter {
      $0.upperBound == text.endIndex || text[$0.upperBound] == "\n"
    }
    guard places.count == 1, let place = places.first else { return nil }
    return String(text.replacingSubrange(place, with: "\n" + new).dropFirst())
  }
}

extension String {
  fileprivate func replacingSubrange(_ range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
