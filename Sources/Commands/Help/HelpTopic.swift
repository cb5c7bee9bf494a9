/// A page of the manual that is about no single command.
struct HelpTopic: Hashable, Sendable {
  /// A piece of a page.
  enum Piece: Hashable, Sendable {
    case paragraph(String)
    /// Terms, each with its explanation.
    case terms([Term])
    /// Lines to type.
    case example(String)
  }

  /// A term and its explanation.
  struct Term: Hashable, Sendable {
    let term: String
    let meaning: String

    init(_ term: String, _ meaning: String) {
      self.term = term
      self.meaning = meaning
    }
  }

  /// The name by which it is asked for.
  let name: String
  /// What it is about, in a line.
  let title: String
  let pieces: [Piece]

  /// All topics, in the order of the manual.
  static let all = [workspace, watch, verdicts, sandbox, conventions, exitCodes, environment]
}
